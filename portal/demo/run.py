"""The demonstration on one machine: starts everything, keeps it going, and ends it again."""

import argparse
import contextlib
import itertools
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from portal import embedded
from portal.children import bound_to_parent
from portal.data.queues import QUEUES
from portal.demo import story
from portal.errors import Misconfigured
from portal.services.installation import bring_up_to_date
from portal.settings import read_settings

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / ".data" / "demo"

# Stands while the story is being loaded.
BEGUN: Final = "story.begun"

LOOK: Final = 0.3  # seconds between two looks at the children
LONGEST_PAUSE: Final = 30.0
WELL: Final = 60.0  # seconds after which a child counts as started well
FAREWELL: Final = 5.0  # seconds the children have to end by themselves
READY: Final = 60.0  # seconds until the first page must answer


class Part:
    """One process of the product: started, started again when it ends, with growing pauses."""

    def __init__(
        self, name: str, command: Sequence[str], *, environment: Mapping[str, str], log: Path
    ) -> None:
        self.name = name
        self.log = log
        self._command = list(command)
        self._environment = dict(environment)
        self._child: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._pause = 1.0
        self._again_at = 0.0

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Start it; what it says goes to the end of its log."""
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(  # noqa: S603 - the commands are ours
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env=self._environment,
                # A Ctrl-C in the terminal is for us; we end the children in order.
                start_new_session=True,
                preexec_fn=bound_to_parent(signal.SIGKILL),  # noqa: PLW1509 - no threads yet
            )
        self._started = time.monotonic()

    def look(self) -> int | None:
        """Start it again where it has ended; returns what it ended with, once."""
        now = time.monotonic()
        if self._child is not None and self._child.poll() is not None:
            ended_with = self._child.returncode
            self._child = None
            self._pause = 1.0 if now - self._started > WELL else self._pause * 2
            self._again_at = now + min(self._pause, LONGEST_PAUSE)
            return ended_with
        if self._child is None and now >= self._again_at:
            self.start()
        return None

    def ask_to_end(self) -> None:
        """Tell it to end, without waiting."""
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()

    def end(self, *, by: float) -> None:
        """Wait for it until a monotonic time, then end it by force."""
        if self._child is None:
            return
        try:
            self._child.wait(max(0.0, by - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._child = None


@contextlib.contextmanager
def running(parts: Sequence[Part]) -> Iterator[None]:
    """Start parts, and end them all at once after."""
    try:
        for part in parts:
            part.start()
        yield
    finally:
        for part in parts:
            part.ask_to_end()
        by = time.monotonic() + FAREWELL
        for part in parts:
            part.end(by=by)


@contextlib.contextmanager
def asked_to_stop() -> Iterator[threading.Event]:
    """An event that Ctrl-C, a polite kill or a closed terminal sets."""
    stop = threading.Event()
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in signals}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def free_port(wanted: int) -> int:
    """The wanted port, or the next one that nobody listens on."""
    for port in itertools.count(wanted):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("ports end before numbers do")


def parts_of(settings: Mapping[str, str], *, place: Path, port: int) -> list[Part]:
    """Web, a worker for each queue, and the clock."""
    commands = {"web": ["portal", "web", "--port", str(port)]}
    commands |= {name: ["workers", name] for name in (*QUEUES, "clock")}
    return [
        Part(
            name,
            [sys.executable, "-m", *command],
            environment=settings,
            log=place / f"{name}.log",
        )
        for name, command in commands.items()
    ]


def load_once(settings: Mapping[str, str], *, place: Path) -> None:
    """Load the story on the first start."""
    begun, done = place / BEGUN, place / "story.done"
    if done.exists():
        return
    begun.touch()
    say("Loading made-up buyers, suppliers and papers; only the first time …")
    story.load(read_settings(settings))
    begun.rename(done)


def wait_until_ready(parts: Sequence[Part], *, port: int, stop: threading.Event) -> None:
    """Wait for the first page. Raises Misconfigured when a part ends before it comes."""
    end = time.monotonic() + READY
    while not stop.wait(LOOK):
        for part in parts:
            if (ended_with := part.look()) is not None:
                raise Misconfigured(f"{part.name} ended with {ended_with}; see {part.log}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except (OSError, urllib.error.URLError):
            if time.monotonic() > end:
                raise Misconfigured("The pages did not come up; see web.log.") from None


def welcome(port: int, *, papers: Path) -> str:
    """Where to go, with which sign-ins and with what to upload."""
    lines = [f"Underlag runs at http://localhost:{port}", "", "Sign in as:"]
    width = max(len(sign_in.role) for sign_in in story.SIGN_INS)
    lines += [
        f"  {sign_in.role:<{width}}  {sign_in.email}  {sign_in.password}"
        for sign_in in story.SIGN_INS
    ]
    lines += ["", f"Papers to upload lie in {papers}"]
    return "\n".join([*lines, "Ctrl-C ends it. What you do is kept; make demo-reset empties it."])


def say(words: str) -> None:
    """Tell the person at the terminal, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def keep_going(parts: Sequence[Part], stop: threading.Event) -> None:
    """Look after the parts until asked to stop."""
    while not stop.wait(LOOK):
        for part in parts:
            ended_with = part.look()
            if ended_with is not None:
                say(f"{part.name} ended with {ended_with} and is started again; see {part.log}")


def run(folder: Path, *, wanted_port: int) -> None:
    """Run the demonstration until asked to stop.

    Raises Misconfigured, with what to do, when it cannot start.
    """
    port = free_port(wanted_port)
    if port != wanted_port:
        say(f"Port {wanted_port} is taken; {port} is used instead.")
    if (embedded.home(folder) / BEGUN).exists():
        # The last first start was cut short: nothing of anyone's is lost by beginning anew.
        embedded.erase(folder)
    with embedded.servers(folder) as servers:
        place = embedded.home(folder)
        files = place / "files"
        files.mkdir(mode=0o700, exist_ok=True)
        settings = servers.environment(files=files, base_url=f"http://localhost:{port}")
        bring_up_to_date(servers.owner_url)
        load_once(settings, place=place)
        parts = parts_of(settings, place=place, port=port)
        with asked_to_stop() as stop, running(parts):
            wait_until_ready(parts, port=port, stop=stop)
            if not stop.is_set():
                say(welcome(port, papers=place / "papers"))
                # The story goes on when its papers have been flagged: reviewers decide.
                threading.Thread(target=story.decide, args=(read_settings(settings), stop)).start()
            keep_going(parts, stop)
            say("Ending …")


def main(arguments: Sequence[str]) -> int:
    """``demo [--port 8000] [--folder .data/demo] [--reset]``; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m portal demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--reset", action="store_true", help="delete everything it has kept")
    wanted = parser.parse_args(arguments)
    try:
        if wanted.reset:
            embedded.erase(wanted.folder)
            say("The demonstration is empty again.")
        else:
            run(wanted.folder, wanted_port=wanted.port)
    except Misconfigured as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0

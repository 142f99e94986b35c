"""LibreOffice behind its walls: what it lays out, and what a stranger's file cannot make it do."""

import io
import os
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest

from portal.domain.evidence import FileType, Limits
from tests.packages import docx, odf, p, relations
from tests.slides import pptx, shape
from workers import programs, sandbox, syscalls
from workers.reading import printing
from workers.sandbox import Bounds, Exit
from workers.walls import Walls

SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.fixture(autouse=True)
def with_libreoffice() -> None:
    if printing.program() is None:
        pytest.fail("install the packages libreoffice-writer-nogui and libreoffice-impress-nogui")


def printed(data: bytes, kind: FileType = FileType.DOCX, limits: Limits | None = None) -> bytes:
    return printing.as_pdf(io.BytesIO(data), kind, limits=limits or Limits())


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(texts)


def linked_picture(target: str) -> bytes:
    """A Word file with a picture that is to be fetched from elsewhere."""
    drawing = (
        f'<w:p><w:r><w:drawing><wp:inline {SPACES}><wp:extent cx="990000" cy="990000"/>'
        '<wp:docPr id="1" name="one"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="one"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:link="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )
    links = relations(("rId9", "image", target), outside=("rId9",))
    return docx(p("Före") + drawing + p("Efter"), {"word/_rels/document.xml.rels": links})


def included_text(path: Path) -> bytes:
    """A Word file with a field that takes in another file."""
    order = f'<w:r><w:instrText xml:space="preserve"> INCLUDETEXT "{path}" </w:instrText></w:r>'
    field = f"<w:p>{FIELD.format('begin')}{order}{FIELD.format('separate')}"
    return docx(p("Före") + field + f"<w:r><w:t>gammalt</w:t></w:r>{FIELD.format('end')}</w:p>")


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and what was sent to it."""
    heard: list[bytes] = []

    def hear(server: socket.socket) -> None:
        while True:
            try:
                caller, _ = server.accept()
            except OSError:
                return
            with caller:
                heard.append(caller.recv(1_000))

    with socket.create_server(("127.0.0.1", 0)) as server:
        ear = threading.Thread(target=hear, args=(server,))
        ear.start()
        yield server.getsockname()[1], heard
        server.shutdown(socket.SHUT_RDWR)
        ear.join()


def left_over() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("underlag-*")}


def test_a_text_is_laid_out_and_nothing_is_left_behind() -> None:
    before = left_over()
    assert "Inga ftalater" in text_of(printed(docx(p("Inga ftalater"))))
    listed = (
        "<manifest:manifest SPACES><manifest:file-entry manifest:full-path='/' "
        "manifest:media-type='application/vnd.oasis.opendocument.text'/>"
        "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/>"
        "</manifest:manifest>"
    )
    body = "<text:p>Ett öppet dokument</text:p>"
    open_text = odf("text", body, {"META-INF/manifest.xml": listed})
    assert "Ett öppet dokument" in text_of(printed(open_text, FileType.ODT))
    assert left_over() <= before


def test_slides_are_laid_out_a_page_each_those_that_are_hidden_too() -> None:
    data = printed(pptx(shape("Inga ftalater"), shape("Dold"), "", hidden=2), FileType.PPTX)
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    assert document[0].get_size() == (720, 540)
    document.close()
    assert texts == ["Inga ftalater", "Dold", ""]


def test_other_kinds_are_not_laid_out() -> None:
    assert printed(docx(p("Inga ftalater")), FileType.XLSX) == b""


@pytest.mark.parametrize(
    "limits",
    [Limits(print_seconds=0.3), Limits(print_bytes=3_000), Limits(memory_bytes=100 << 20)],
    ids=["too slow", "too large", "too greedy"],
)
def test_a_limit_that_is_reached_ends_it_without_a_trace(limits: Limits) -> None:
    before = left_over()
    assert printed(docx(p("Inga ftalater")), limits=limits) == b""
    assert left_over() <= before


def test_it_is_not_started_where_a_wall_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for standing in (Walls(landlock=0, seccomp=True), Walls(landlock=7, seccomp=False)):
        monkeypatch.setattr(sandbox, "available", lambda standing=standing: standing)
        assert printed(docx(p("Inga ftalater"))) == b""
        assert programs.run_office(
            ["/bin/true"], folder="/tmp", bounds=Bounds(), file_bytes=1, seconds=9
        ) != Exit(0, 0)


def calls_out() -> None:
    """The calls that are refused to LibreOffice, but for those that reach over a network."""
    allowed = syscalls._CALLS_AN_OFFICE_NEEDS | {"connect"}
    filtered = syscalls._refusing(set(syscalls._CALLS_REFUSED_TO_PROGRAMS) - allowed)
    module = syscalls._seccomp()
    assert module is not None
    for call, at in (("access", 1), ("faccessat", 2)):  # else it has no socket of its own either
        filtered.add_rule(module.ERRNO(13), call, module.Arg(at, module.EQ, os.W_OK))
    filtered.load()


WITHOUT_NETWORK = 3  # the last version of landlock that leaves connections alone


@pytest.mark.parametrize(
    ("landlock", "seccomp", "reached"),
    [(True, True, False), (True, False, False), (False, True, False), (False, False, True)],
    ids=["both walls", "landlock alone", "seccomp alone", "neither"],
)
def test_a_picture_from_elsewhere_is_fetched_only_where_no_wall_is_before_the_network(
    monkeypatch: pytest.MonkeyPatch, landlock: bool, seccomp: bool, reached: bool
) -> None:
    standing = sandbox.available()
    if not seccomp and landlock and standing.landlock <= WITHOUT_NETWORK:
        pytest.skip("this kernel's landlock knows no network (Linux 6.7)")
    if not landlock:
        lowered = Walls(landlock=WITHOUT_NETWORK, seccomp=True)
        monkeypatch.setattr(sandbox, "available", lambda: lowered)
    if not seccomp:
        monkeypatch.setattr(syscalls, "refuse_to_office", calls_out)
    with listening() as (port, heard):
        found = text_of(printed(linked_picture(f"http://127.0.0.1:{port}/pixel.png")))
    assert any(b"/pixel.png" in asked for asked in heard) is reached
    assert bool(heard) is reached
    assert "Före" in found
    assert "Efter" in found


def test_a_file_of_the_machine_is_not_taken_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemligheten")
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(0o755)
    found = text_of(printed(included_text(secret)))
    assert "Före" in found
    assert "hemligheten" not in found
    assert "root:" not in text_of(printed(linked_picture("file:///etc/passwd")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = Path(tempfile.mkdtemp(dir=tmp_path))
    for each in (own, *own.parents[:-2]):
        each.chmod(0o777)
    return own


def runs(folder: Path, script: str) -> bool:
    """Whether a script ends well behind the walls that LibreOffice has."""
    bounds = Bounds(memory_bytes=512 << 20, cpu_seconds=5)
    program = ["/bin/bash", "-c", script]
    ended = programs.run_office(
        program, folder=str(folder), bounds=bounds, file_bytes=1_000, seconds=10
    )
    return ended == Exit(0, 0)


Act = Callable[[Path, int], str]


@pytest.mark.parametrize(
    "act",
    [
        lambda folder, port: f"exec 3<>/dev/tcp/127.0.0.1/{port}",
        lambda folder, port: f"exec 3<>/dev/udp/127.0.0.1/{port}",
        lambda folder, port: f"echo x > {folder.parent}/beside",
        lambda folder, port: f"read line < {folder.parent}/secret",
        lambda folder, port: "read line < /etc/passwd",
        lambda folder, port: "read line < /proc/self/environ",
        lambda folder, port: "(echo a child of its own)",
        lambda folder, port: "exec /bin/ln -s /etc/passwd in.pdf",
        lambda folder, port: "exec /usr/bin/mkfifo in.pdf",
        lambda folder, port: "kill -STOP $PPID",
        lambda folder, port: "printf '%01001d' 1 > large",
    ],
    ids=[
        "network", "datagrams", "write beside", "read beside", "read the system's", "read itself",
        "fork", "link", "pipe", "signal", "large file",
    ],
)  # fmt: skip
def test_the_walls_hold(folder: Path, act: Act) -> None:
    secret = folder.parent / "secret"
    secret.write_text("secret\n")
    secret.chmod(0o644)
    with listening() as (port, heard):
        assert not runs(folder, act(folder, port))
    assert heard == []


def test_it_may_write_in_its_own_folder(folder: Path) -> None:
    assert runs(folder, "echo x > own && read line < own && printf '%01000d' 1 > large")


def test_it_cannot_connect_to_a_socket_of_the_machine(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "s"))
        (folder / "s").chmod(0o777)
        server.listen()
        script = "import socket; socket.socket(socket.AF_UNIX).connect('s')"
        python = "/usr/bin/python3"
        if not os.access(python, os.X_OK):
            pytest.skip("no interpreter in the system's folders")
        assert not runs(folder, f'exec {python} -I -c "{script}"')
        assert runs(folder, f'exec {python} -I -c "import socket; socket.socket(socket.AF_UNIX)"')


def test_a_program_that_does_not_end_is_killed(folder: Path) -> None:
    bounds = Bounds(memory_bytes=512 << 20, cpu_seconds=5)
    sleeping = ["/bin/sleep", "600"]
    ended = programs.run_office(
        sleeping, folder=str(folder), bounds=bounds, file_bytes=1, seconds=0.05
    )
    assert ended is None

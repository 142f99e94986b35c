"""A way to a server of the tests that can be cut while something goes over it."""

import select
import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

HOST: Final = "127.0.0.1"
_PIECE: Final = 16_384
_AT_ONCE: Final = struct.pack("ii", 1, 0)  # closed with a reset, as by a machine that has gone


class Wire:
    """Carries connections to a port, each cut once too much has gone one way.

    ``up`` and ``down`` are the bytes that a connection may carry to the server and from it; None
    is no bound. ``hard``: it ends with a reset, else like one that was closed.
    """

    def __init__(self, port: int) -> None:
        self.up: int | None = None
        self.down: int | None = None
        self.hard = False
        self.cuts = 0
        self.endpoint = ""
        self._port = port

    def carry(self, client: socket.socket) -> None:
        """Carry one connection to its end, or to its cut."""
        with socket.create_connection((HOST, self._port)) as server:
            carried = {client: 0, server: 0}
            while True:
                for source in select.select([client, server], [], [])[0]:
                    other = server if source is client else client
                    piece = _received(source)
                    carried[source] += len(piece)
                    most = self.up if source is client else self.down
                    if most is not None and carried[source] > most:
                        self._cut(client)
                        return
                    if not piece or not _sent(other, piece):
                        return

    def _cut(self, client: socket.socket) -> None:
        self.cuts += 1
        if self.hard:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)


def _received(source: socket.socket) -> bytes:
    try:
        return source.recv(_PIECE)
    except ConnectionError:
        return b""


def _sent(target: socket.socket, piece: bytes) -> bool:
    try:
        target.sendall(piece)
    except ConnectionError:
        return False
    return True


@contextmanager
def wire_to(port: int) -> Iterator[Wire]:
    """A wire to a port of this machine; ``endpoint`` is where it begins."""
    wire = Wire(port)

    class Connection(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            wire.carry(self.request)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def shutdown_request(self, request: object) -> None:
            """At once: the base would first say goodbye, and a reset says none."""
            assert isinstance(request, socket.socket)
            request.close()

    with Server((HOST, 0), Connection) as server:
        wire.endpoint = f"{HOST}:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield wire
        server.shutdown()
        thread.join()

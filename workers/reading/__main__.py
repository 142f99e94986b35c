"""The process that is the nest: it loads the readers, and waits to be asked for children."""

import socket
import sys

import workers.reading.drawing  # noqa: F401 (loaded here, since its children have no files)
from workers import nest
from workers.reading import warm


def main() -> None:
    """Serve on the socket whose number was given, until nobody holds its other end."""
    warm.warm_up()
    with socket.socket(fileno=int(sys.argv[1])) as control:
        nest.serve(control)


if __name__ == "__main__":
    main()

"""``python -m portal.demo.documents FOLDER`` writes all demonstration documents there."""

import argparse
from pathlib import Path

from . import write_all


def main() -> None:
    """Write the documents and name them."""
    parser = argparse.ArgumentParser(prog="python -m portal.demo.documents")
    parser.add_argument("folder", type=Path, help="where the PDF files go")
    for path in write_all(parser.parse_args().folder):
        print(path)


if __name__ == "__main__":
    main()

"""Names every text for people that has no Swedish; ends with 1 when there is one."""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
METHODS = {
    "portal": [("**.py", "python")],
    "templates": [("**.html", "jinja2"), ("**.txt", "jinja2")],
}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}


def translated() -> set[str]:
    """The texts that the Swedish catalogues know."""
    known = set()
    for path in (ROOT / "portal" / "locale" / "sv").glob("*.po"):
        with path.open("rb") as po:
            known |= {first(message.id) for message in read_po(po) if message.string}
    return known


def first(message: str | tuple[str, ...] | list[str]) -> str:
    """The text itself, or its singular."""
    return message if isinstance(message, str) else message[0]


def untranslated() -> Iterator[str]:
    """Place and text of each one."""
    known = translated()
    for folder, methods in METHODS.items():
        found = extract_from_dir(ROOT / folder, method_map=methods, keywords=KEYWORDS)
        for name, line, message, _comments, _context in found:
            if first(message) not in known:
                yield f"{folder}/{name}:{line}: {first(message)}\n"


missing = list(untranslated())
sys.stdout.writelines(missing)
sys.exit(bool(missing))

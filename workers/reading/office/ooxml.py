"""What all OOXML packages have in common: main part, relations, properties, what may act."""

import mmap
import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from portal.domain.evidence import ActiveContent, FailureCode, Limits
from workers.reading.child import Message, Unopened
from workers.reading.office import package
from workers.reading.office.package import Package, child, local, value

_MACROS: Final = "macroEnabled"
_TYPES: Final = "[Content_Types].xml"

# Relations that fetch what lies outside when a document is opened; a link waits to be followed.
_FETCHED: Final = frozenset(
    {"image", "attachedTemplate", "oleObject", "frame", "subDocument", "externalLinkPath", "video",
     "audio", "media"}
)  # fmt: skip

# Folders and endings of parts, in small letters, and what they are.
_HOLDS: Final = (
    ("/embeddings/", ActiveContent.EMBEDDED_FILE),
    ("/activex/", ActiveContent.SCRIPT),
    ("/externallinks/", ActiveContent.EXTERNAL_LINK),
    ("_xmlsignatures/", ActiveContent.SIGNATURE),
)

_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_SAID: Final[Mapping[str, str]] = {
    "title": "title", "creator": "author", "created": "created", "modified": "modified",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another part names. ``kind`` is the last word of its type's address."""

    kind: str
    target: str
    outside: bool


@contextmanager
def opened(data: mmap.mmap, limits: Limits, *, main: str) -> Iterator[Package]:
    """A package whose main part is of the kind that is expected. Raises Unopened."""
    with package.opened(data, limits) as parts:
        if _main_type(parts, main).find(_MACROS) >= 0:
            raise Unopened(FailureCode.MACROS)
        yield parts


def _main_type(parts: Package, main: str) -> str:
    """The content type of the main part; our judgement by names must agree with it."""
    types = parts.parsed(_TYPES)
    named = [] if types is None else [each for each in types if value(each, "PartName")]
    for each in named:
        if (value(each, "PartName") or "").lstrip("/").lower() == main.lower():
            kind = value(each, "ContentType") or ""
            if kind.endswith("main+xml"):
                return kind
    raise Unopened(FailureCode.TYPE_UNCLEAR)


def relations(parts: Package, name: str) -> dict[str, Relation]:
    """What a part names, by id; targets as names of parts."""
    folder, _, file = name.rpartition("/")
    root = parts.parsed(f"{folder}/_rels/{file}.rels")
    if root is None:
        return {}
    found = {}
    for each in root:
        outside = value(each, "TargetMode") == "External"
        target = value(each, "Target") or ""
        place = target if outside else posixpath.normpath(posixpath.join(f"/{folder}", target))[1:]
        kind = (value(each, "Type") or "").rpartition("/")[2]
        found[value(each, "Id") or ""] = Relation(kind, place, outside)
    return found


def targets(parts: Package, name: str, kind: str) -> list[str]:
    """The parts of one kind that a part names."""
    named = relations(parts, name).values()
    return [each.target for each in named if each.kind == kind and not each.outside]


def inspect(parts: Package, *, fetches: bool = False) -> Message:
    """What a package holds beside its text, and what it says of itself.

    ``fetches``: its text was seen to.
    """
    found = {code for mark, code in _HOLDS if any(mark in f"/{name}" for name in parts.names)}
    if fetches or any(_fetches(parts, name) for name in parts.names if name.endswith(".rels")):
        found.add(ActiveContent.EXTERNAL_LINK)
    active = [code.value for code in ActiveContent if code in found]
    return {"active": active, "properties": _properties(parts)}


def _fetches(parts: Package, name: str) -> bool:
    root = parts.parsed(name)
    return root is not None and any(
        value(each, "TargetMode") == "External"
        and (value(each, "Type") or "").rpartition("/")[2] in _FETCHED
        for each in root
    )


def _properties(parts: Package) -> dict[str, str]:
    said = {}
    core = parts.parsed(_CORE)
    for each in core if core is not None else ():
        key = _SAID.get(local(each))
        if key and each.text:
            said[key] = str(each.text)
    app = parts.parsed(_APP)
    made_by = child(app, "Application") if app is not None else None
    if made_by is not None and made_by.text:
        said["producer"] = str(made_by.text)
    return said

"""What a PDF holds beside its pages is found wherever it is packed, and told, never followed."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import ActiveContent, Inspection
from tests.workers.reading.conftest import Read
from tests.workers.reading.made import Sheet, pdf, plain, stream
from workers.reading.active import inspect
from workers.reading.events import Inspected

PLAIN = (b"", "", "")

# The code, an object (number 4), what the catalog says, what the page says.
HOLDERS: dict[str, tuple[ActiveContent, tuple[bytes, str, str]]] = {
    "script at opening": (
        ActiveContent.SCRIPT,
        (b"<</S/JavaScript/JS(app.alert\\(1\\))>>", "/OpenAction 4 0 R", ""),
    ),
    "script in a name of the catalog": (
        ActiveContent.SCRIPT,
        (b"<</Names[(a)<</S/JavaScript/JS(x)>>]>>", "/Names<</JavaScript 4 0 R>>", ""),
    ),
    "script written with escapes": (
        ActiveContent.SCRIPT,
        (b"<</S/J#61vaScript/#4aS(x)>>", "", "/Annots[<</Subtype/Link/A 4 0 R>>]"),
    ),
    "launch": (ActiveContent.LAUNCH, (b"<</S/Launch/F(calc.exe)>>", "/X 4 0 R", "")),
    "action at opening": (
        ActiveContent.OPEN_ACTION,
        (b"<</S/Named/N/Print>>", "/OpenAction 4 0 R", ""),
    ),
    "action when a page is shown": (
        ActiveContent.OPEN_ACTION,
        (b"<</S/Named/N/Print>>", "", "/AA<</O 4 0 R>>"),
    ),
    "attached file": (
        ActiveContent.EMBEDDED_FILE,
        (b"<</Type/Filespec/F(a.exe)/EF<</F 3 0 R>>>>", "/Names<</EmbeddedFiles 4 0 R>>", ""),
    ),
    "file within": (
        ActiveContent.EMBEDDED_FILE,
        (b"<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream", "", ""),
    ),
    "form": (
        ActiveContent.FORM,
        (b"<</Fields[<</FT/Tx/T(a)>>]>>", "/AcroForm 4 0 R", ""),
    ),
    "XFA form": (
        ActiveContent.XFA,
        (b"<</Fields[]/XFA[(template)(<a/>)]>>", "/AcroForm 4 0 R", ""),
    ),
    "link": (
        ActiveContent.EXTERNAL_LINK,
        (b"<</S/URI/URI(https://example.com)>>", "", "/Annots[<</Subtype/Link/A 4 0 R>>]"),
    ),
    "bytes in another file": (
        ActiveContent.EXTERNAL_LINK,
        (b"<</Length 0/F(other.bin)>>stream\n\nendstream", "/X 4 0 R", ""),
    ),
    "form sent somewhere": (
        ActiveContent.EXTERNAL_LINK,
        (b"<</S/SubmitForm/F<</FS/URL/F(https://example.com)>>>>", "/X 4 0 R", ""),
    ),
    "signature": (
        ActiveContent.SIGNATURE,
        (b"<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>", "/X 4 0 R", ""),
    ),
}


def holding(thing: bytes, catalog: str, page: str) -> bytes:
    sheet = Sheet(content=b"", extra=page)
    return pdf(sheet, objects=[thing or stream(b"")], catalog=catalog)


def saved(data: bytes, **options: Any) -> bytes:  # Any: what pikepdf takes
    """The same document as another program would write it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out, **options)
    return out.getvalue()


def packed(data: bytes) -> bytes:
    return saved(data, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def locked(data: bytes) -> bytes:
    """Locked against changes, as many send them: it opens without a password."""
    return saved(data, encryption=pikepdf.Encryption(owner="secret", user=""))


@pytest.mark.parametrize(("code", "made"), HOLDERS.values(), ids=HOLDERS)
@pytest.mark.parametrize("written", [bytes, packed, locked], ids=["plain", "packed", "locked"])
def test_what_a_file_holds_is_found(
    code: ActiveContent, made: tuple[bytes, str, str], written: Callable[[bytes], bytes]
) -> None:
    linked = (made[0], made[1] or ("" if "4 0 R" in made[2] else "/X 4 0 R"), made[2])
    found = inspect(written(holding(*linked))).active
    assert code in found
    assert ActiveContent.UNCHECKED not in found


def test_what_is_packed_is_hidden_from_a_search_through_the_bytes() -> None:
    data = packed(holding(*HOLDERS["script at opening"][1]))
    assert b"JavaScript" not in data


@pytest.mark.parametrize(
    "made",
    [
        PLAIN,
        (b"[5 0 R/Fit]", "/OpenAction 4 0 R", ""),
        (b"<</S/GoTo/D[5 0 R/Fit]>>", "/OpenAction 4 0 R", ""),
        (b"<</Fields[]>>", "/AcroForm 4 0 R", ""),
        (b"<</Title(/JS /Launch /URL)/S/Transparency>>", "/X 4 0 R", ""),
    ],
    ids=["nothing", "a place", "going to a place", "form without fields", "words alone"],
)
def test_what_does_nothing_is_not_told(made: tuple[bytes, str, str]) -> None:
    assert inspect(holding(*made)).active == ()


def test_a_file_locked_against_changes_is_told_as_encrypted() -> None:
    assert inspect(locked(pdf(plain("x")))).active == (ActiveContent.ENCRYPTION,)
    sealed = saved(pdf(plain("x")), encryption=pikepdf.Encryption(owner="a", user="b"))
    assert inspect(sealed).active == (ActiveContent.ENCRYPTION, ActiveContent.UNCHECKED)


def test_a_file_that_cannot_be_gone_through_is_told_as_unchecked() -> None:
    assert inspect(b"%PDF-1.7 torn").active == (ActiveContent.UNCHECKED,)


def test_things_within_things_are_found_as_deep_as_is_looked() -> None:
    script, depth = b"<</S/JavaScript/JS(x)>>", 20
    nested = b"<</A" * depth + script + b">>" * depth
    assert ActiveContent.SCRIPT in inspect(holding(nested, "/X 4 0 R", "")).active
    nested = b"<</A" * 200 + script + b">>" * 200
    assert ActiveContent.UNCHECKED in inspect(holding(nested, "/X 4 0 R", "")).active


def test_what_a_file_says_of_itself_is_told() -> None:
    info = (
        b"<</Title(Intyg)/Author<FEFF00C50073006100>/Producer 7"
        b"/CreationDate(D:20250312101500+01'00')/ModDate(D:2025)/Keywords(x)>>"
    )
    data = pdf(plain("x"), objects=[info]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 4 0 R")
    assert inspect(data).properties == {
        "title": "Intyg",
        "author": "Åsa",
        "created": "2025-03-12T10:15:00",
        "modified": "2025-01-01",
    }


def test_the_finding_is_made_in_the_sandbox_and_told_behind_the_pages(read: Read) -> None:
    data = locked(packed(holding(*HOLDERS["script at opening"][1])))
    *_, inspected, _ = read(data)
    assert inspected == Inspected(
        Inspection((ActiveContent.SCRIPT, ActiveContent.OPEN_ACTION, ActiveContent.ENCRYPTION), {})
    )


@given(st.binary(max_size=200), st.integers(0, 600))
def test_a_damaged_file_is_told_as_something(noise: bytes, at: int) -> None:
    data = holding(*HOLDERS["script at opening"][1])
    damaged = data[:at] + noise + data[at + len(noise) :]
    assert isinstance(inspect(damaged), Inspection)

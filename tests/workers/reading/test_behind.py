"""What is recognised in a picture beside a page's own text: only what the text does not say."""

from portal.domain.evidence import PageNote, ReadingMethod, Word
from workers.reading.behind import put_behind
from workers.reading.events import PageRead
from workers.reading.ocr import Recognised

OWN = PageRead(
    number=3,
    method=ReadingMethod.PICTURE,
    quality=1.0,
    text="Bilaga ett",
    words=(Word(0, 6, 0.1, 0.1, 0.2, 0.12), Word(7, 10, 0.21, 0.1, 0.3, 0.12)),
    width=595.0,
    height=842.0,
    tables=0,
    notes=(PageNote.COMMENTS,),
)


def recognised(*words: tuple[str, float, float, float]) -> Recognised:
    """Words with where they begin, how far down and how sure; each height is a line."""
    text, placed = "", []
    line = None
    for said, left, top, _ in words:
        text += "" if line is None else " " if line == top else "\n"
        line = top
        start = len(text)
        text += said
        placed.append(Word(start, len(text), left, top, left + 0.08, top + 0.02))
    trusts = tuple(word[3] for word in words)
    return Recognised(text, tuple(placed), sum(trusts) / len(trusts), trusts)


def test_words_of_the_picture_stand_behind_the_own_text_line_by_line_with_their_places() -> None:
    found = recognised(
        ("Bilaga", 0.11, 0.1, 0.9),
        ("Inga", 0.1, 0.5, 0.9),
        ("ftalater", 0.2, 0.5, 0.8),
        ("alls", 0.1, 0.6, 0.7),
    )
    page = put_behind(OWN, found, standing=OWN.words)
    assert page is not None
    assert page.text == "Bilaga ett\nInga ftalater\nalls"
    assert [page.text[word.start : word.end] for word in page.words] == page.text.split()
    assert page.words[2][2:] == found.words[1][2:]
    assert (page.method, page.quality) == (ReadingMethod.OCR, 0.8)
    assert page.notes == (PageNote.COMMENTS, PageNote.RECOGNISED_BEHIND)


def test_nothing_is_added_of_words_that_stand_there_or_are_only_guessed() -> None:
    found = recognised(("Bilaga", 0.11, 0.1, 0.9), ("~|", 0.5, 0.5, 0.3))
    assert put_behind(OWN, found, standing=OWN.words) is None


def test_where_no_word_stands_all_that_is_sure_is_added() -> None:
    page = put_behind(OWN, recognised(("Inga", 0.11, 0.1, 0.9)), standing=())
    assert page is not None
    assert page.text == "Bilaga ett\nInga"

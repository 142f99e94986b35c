"""A file's text on its printed pages: where they break, which words have a place, which notes."""

from portal.domain.evidence import PageNote, ReadingMethod, Word
from workers.reading.printed import on_printed_pages
from workers.reading.untrusted import RawPage


def page(text: str, *notes: PageNote, number: int = 1) -> RawPage:
    """A page whose words stand in columns of a hundred, so that each place tells which it is."""
    words, at = [], 0
    for order, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        words.append(Word(start, at, order / 100, 0.1, (order + 1) / 100, 0.2))
    return RawPage(
        number=number,
        width=500.0,
        height=700.0,
        text=text,
        words=tuple(words),
        tables=0,
        objects=0,
        picture=0.0,
        notes=notes,
    )


def test_pages_break_where_the_printed_ones_do_and_words_get_their_places() -> None:
    text = "Intyg om ämnen\nInga ftalater i varan\nSist i intyget"
    pages = on_printed_pages(
        [page(text)], [page("Intyg om ämnen Inga ftalater"), page("i varan Sist i intyget")]
    )
    assert pages is not None
    assert [each.text for each in pages] == [
        "Intyg om ämnen\nInga ftalater",
        "i varan\nSist i intyget",
    ]
    first, second = pages
    assert (first.number, second.number, second.method) == (1, 2, ReadingMethod.TEXT)
    assert (second.width, second.height) == (500.0, 700.0)
    assert [second.text[word.start : word.end] for word in second.words] == second.text.split()
    assert [round(word.x0 * 100) for word in second.words] == [0, 1, 2, 3, 4]


def test_what_is_not_printed_stays_behind_the_words_before_it_without_a_place() -> None:
    text = "Halten är låg här\n[Stämmer det verkligen?]\nNästa sida börjar med detta"
    pages = on_printed_pages(
        [page(text, PageNote.COMMENTS)],
        [page("Halten är låg här"), page("Nästa sida börjar med detta")],
    )
    assert pages is not None
    first, second = pages
    assert first.text == "Halten är låg här\n[Stämmer det verkligen?]"
    assert [first.text[word.start : word.end] for word in first.words] == [
        "Halten",
        "är",
        "låg",
        "här",
    ]
    assert (first.notes, second.notes) == ((PageNote.COMMENTS,), ())


def test_cells_are_words_and_their_marks_are_not() -> None:
    text = "Ämne | Halt\nDEHP | 0,25 %"
    pages = on_printed_pages([page(text)], [page("Ämne Halt DEHP 0,25 %")])
    assert pages is not None
    assert (pages[0].text, pages[0].tables, len(pages[0].words)) == (text, 1, 5)


def test_capitals_that_are_a_look_only_are_the_same_words() -> None:
    pages = on_printed_pages([page("Inga Ftalater")], [page("INGA FTALATER")])
    assert pages is not None
    assert (pages[0].text, len(pages[0].words)) == ("Inga Ftalater", 2)


def test_a_printed_page_without_words_of_the_text_is_a_page_too() -> None:
    pages = on_printed_pages([page("Ett och två")], [page("Ett och"), page(""), page("två")])
    assert pages is not None
    assert [(each.number, each.text, each.words == ()) for each in pages] == [
        (1, "Ett och", False),
        (2, "", True),
        (3, "två", False),
    ]


def test_a_print_that_holds_too_little_of_the_text_is_not_believed() -> None:
    text = "ett två tre fyra fem"
    assert on_printed_pages([page(text)], [page("ett två")]) is None
    assert on_printed_pages([page(text)], [page("ett två tre")]) is not None
    assert on_printed_pages([page(text)], []) is None


def test_a_file_with_pages_of_its_own_keeps_its_text_on_them() -> None:
    leaves = [
        page("Bild ett"),
        page("bara sagt", PageNote.HIDDEN_PART, number=2),
        page("Bild tre ett", number=3),
    ]
    pages = on_printed_pages(leaves, [page("Bild ett"), page(""), page("Bild tre ett")], fixed=True)
    assert pages is not None
    assert [(each.text, each.notes) for each in pages] == [
        ("Bild ett", ()),
        ("bara sagt", (PageNote.HIDDEN_PART,)),
        ("Bild tre ett", ()),
    ]
    assert [len(each.words) for each in pages] == [2, 0, 3]
    others = on_printed_pages(leaves, [page("Bild ett"), page("Bild tre ett")], fixed=True)
    assert others is not None
    assert [each.text for each in others] == ["Bild ett\nbara sagt", "Bild tre ett"]


def test_the_text_of_several_leaves_is_one_text_over_the_printed_pages() -> None:
    leaves = [page("Bild ett"), page("Bild två", PageNote.HIDDEN_PART, number=2)]
    pages = on_printed_pages(leaves, [page("Bild ett"), page("Bild två")])
    assert pages is not None
    assert [(each.text, each.notes) for each in pages] == [
        ("Bild ett", ()),
        ("Bild två", (PageNote.HIDDEN_PART,)),
    ]

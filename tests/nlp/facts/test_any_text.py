"""Whatever the text, each fact rests on words of its page, and the same text gives the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nlp import find_facts
from nlp.facts import NAMES

WORDS = st.sampled_from(
    [
        *("Certificate", "SA8000", "Safety Data Sheet", "Säkerhetsdatablad", "intyg", "audit"),
        *("valid from", "giltig till", "Issued:", "Datum", "2025-04-09", "9 april 2025", "to"),
        *("05/06/2025", "2025", "99.99.2025", "Alm", "Handel", "AB", "Co.,", "Ltd", "UAB", "of"),
        *("Holder:", "hereby certify that", "Issued by", "Uppdragsgivare", "Version 3", "Rev."),
        *("No.", "KC-M-51", "Yours sincerely", "Cedric Pyke", "[name]", "____", "Namn:", "<date>"),
        *("{{", "XXXX", "-XX-XX", "YYYY", "......", "\n", "\n", "\f", "\t", " | ", "   ", "İ", "ﬁ"),
        *("\u00ad", "1O.O3.2O24", "ti11", "och att är av för som", "the and of to is for"),
    ]
)
PAGES = st.lists(
    st.one_of(
        st.lists(WORDS, max_size=60).map(" ".join),
        st.lists(st.one_of(WORDS, st.text(max_size=5)), max_size=60).map("".join),
        st.text(max_size=300),
    ),
    max_size=4,
)
PROPERTIES = st.dictionaries(st.sampled_from(["title", "author"]), st.text(max_size=30))


@settings(max_examples=300, deadline=None)
@given(PAGES, PROPERTIES)
@example(["...... \f Safety Data Sheet"], {})
@example(["\b", "2025-04-09"], {})
def test_every_fact_rests_on_words_of_its_page(
    pages: list[str], properties: dict[str, str]
) -> None:
    found = find_facts(pages, properties=properties)
    for fact in found:
        page = pages[fact.page - 1]
        assert fact.name in NAMES
        assert 0 <= fact.start < fact.end <= len(page)
        assert fact.value.strip()
        assert page[fact.start : fact.end].strip()
        assert fact.rule
    names = [fact.name for fact in found if fact.name != "template_left"]
    assert len(names) == len(set(names))
    assert found == find_facts(pages, properties=properties)


@given(st.lists(st.sampled_from("[<{_.XÅY:\n a"), max_size=200).map("".join))
def test_broken_marks_of_templates_are_no_trouble(page: str) -> None:
    places = [(f.start, f.end) for f in find_facts([page]) if f.name == "template_left"]
    assert all(first[1] <= second[0] for first, second in pairwise(places))


def test_a_page_of_signs_without_looks_is_no_first_page() -> None:
    (found,) = find_facts(["\xad", "2025-04-09"])
    assert (found.name, found.page) == ("issued", 2)

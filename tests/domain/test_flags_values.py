"""Every code that a flag's value can hold is told in words, in both languages."""

import json
from pathlib import Path

import pytest

from portal.domain.flags import CODE_NAMES, code_name
from portal.texts import translate

RULES = Path(__file__).parent.parent.parent / "nlp" / "rules"


def codes_of_the_packs(key: str) -> set[str]:
    """The codes of a key in all packs: named by an entry, or in the value that a rule gives."""
    found = set()
    for path in RULES.glob("*/*/*.jsonl"):
        for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
            entry = json.loads(line)
            found |= {entry[key]} if isinstance(entry.get(key), str) else set()
            found |= {entry["value"][key]} if key in (entry.get("value") or {}) else set()
    return found


@pytest.mark.parametrize("key", sorted(CODE_NAMES))
def test_every_code_of_the_packs_has_a_name(key: str) -> None:
    codes = codes_of_the_packs(key)
    assert codes
    assert codes - CODE_NAMES[key].keys() == set()


def test_a_code_is_told_in_the_language_of_the_person() -> None:
    name = code_name("indicator", "documents_kept")
    assert translate("en", name) == "identity papers are kept"
    assert translate("sv", name) == "identitetshandlingar behålls"
    assert translate("sv", code_name("material", "palm_oil")) == "palmolja"
    assert translate("sv", code_name("material", "date_fruit")) == "dadlar"


def test_what_has_no_name_is_told_as_it_reads() -> None:
    assert code_name("material", "moon_dust") == "moon dust"
    assert code_name("indicator", "new_sign") == "new sign"

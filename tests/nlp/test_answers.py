"""Answers beside, behind and under their question: in words, by a cross, in a box."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told

NO, YES = ("denied", "support"), ("affirmed", "risk")
IN_WORDS = [
    ("Förekommer barnarbete hos er? Nej.\n", "LAB.CHILD", NO),
    ("Förekommer barnarbete hos er? Ja.\n", "LAB.CHILD", YES),
    ("Do you make use of forced labour? No, never.\n", "LAB.FORCED", NO),
    ("3. Do you keep the workers' passports?\nYes.\n", "LAB.FORCED", YES),
    ("Is there a trade union at the mill? No.\n", "LAB.UNION", ("denied", "risk")),
    ("Finns en klagomålsrutin? Ja\n", "LAB.GRIEVANCE", ("affirmed", "support")),
    ("Do workers pay recruitment fees? Don't know.\n", "LAB.FEES", ("hedged", "risk")),
]


@pytest.mark.parametrize(("page", "topic", "answer"), IN_WORDS)
def test_a_question_about_work_is_heard_with_its_answer(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]


def test_a_question_that_nobody_answers_claims_nothing() -> None:
    assert told("Förekommer barnarbete hos er?\nRubrik 2\n", "LAB.CHILD") == []


CROSSED = [
    ("Question | Yes | No\nDoes the hose contain phthalates? | | X\n", "CHEM.GROUP", NO),
    ("Question | Yes | No\nDoes the hose contain phthalates? | X |\n", "CHEM.GROUP", YES),
    ("Fråga | Ja | Nej | Kommentar\nTas rekryteringsavgifter ut? | | x |\n", "LAB.FEES", NO),
    ("Fråga | Ja | Nej | Kommentar\nTas rekryteringsavgifter ut? | x | |\n", "LAB.FEES", YES),
]


@pytest.mark.parametrize(("page", "topic", "answer"), CROSSED)
def test_a_cross_says_what_its_column_is_called(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]


BOXED = [
    ("Barnarbete förekommer: ☐ Ja ☒ Nej\n", "LAB.CHILD", NO),
    ("Barnarbete förekommer: ☒ Ja ☐ Nej\n", "LAB.CHILD", YES),
]


@pytest.mark.parametrize(("page", "topic", "answer"), BOXED)
def test_the_box_that_was_ticked_is_the_answer(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]


LABELS = [
    ("PFAS-fri", "CHEM.GROUP"),
    ("Latex-free", "CHEM.GROUP"),
    ("Är slangen fri från ftalater", "CHEM.GROUP"),
    ("Is the solder free of lead", "CHEM.SUBSTANCE"),
    ("Fri från barnarbete", "LAB.CHILD"),
    ("Is the supply chain free from forced labour", "LAB.FORCED"),
]
NO_WORDS = ("{}? {}.\n", "{}?\n{}\n", "{}: {}\n", "{} – {}\n", "{}? | {}\n")


@pytest.mark.parametrize("form", NO_WORDS)
@pytest.mark.parametrize(("label", "topic"), LABELS)
def test_a_no_to_what_asks_for_absence_says_that_it_is_there(
    label: str, topic: str, form: str
) -> None:
    no, yes = ("No", "Yes") if label.startswith(("Is ", "Latex")) else ("Nej", "Ja")
    assert told(form.format(label, no), topic) == [YES]
    assert told(form.format(label, yes), topic) == [NO]


STATEMENTS = [
    ("The product contains no phthalates", "CHEM.GROUP", NO),
    ("Slangen innehåller inte kadmium", "CHEM.SUBSTANCE", NO),
    ("No child labour is used", "LAB.CHILD", NO),
    ("Vi behåller aldrig arbetstagarnas pass", "LAB.FORCED", NO),
    ("Fire exits are not blocked", "LAB.SAFETY", NO),
    ("Skriftliga avtal saknas", "LAB.CONTRACT", ("denied", "risk")),
]
TURNED = {NO: YES, ("denied", "risk"): ("affirmed", "support")}
ENGLISH = [("{} | {}\n", "Yes", "No"), ("{}: {}\n", "yes", "no"), ("{} - {}\n", "Yes", "No")]
SWEDISH = [("{} | {}\n", "Ja", "Nej"), ("{}: {}\n", "ja", "nej"), ("{} – {}\n", "Ja", "Nej")]
SAID = [
    (statement, answer)
    for statement in STATEMENTS
    for answer in (SWEDISH if statement[0].startswith(("Sl", "Vi", "Sk")) else ENGLISH)
]


@pytest.mark.parametrize(("said", "answer"), SAID)
def test_a_statement_that_denies_holds_with_a_yes_and_is_turned_by_a_no(
    said: tuple[str, str, tuple[str, str]], answer: tuple[str, str, str]
) -> None:
    statement, topic, stated = said
    form, yes, no = answer
    assert told(form.format(statement, yes), topic) == [stated]
    assert told(form.format(statement, no), topic) == [TURNED[stated]]


@pytest.mark.parametrize(("yes", "no"), [("True", "False"), ("Agree", "Disagree")])
def test_a_statement_may_be_agreed_with(yes: str, no: str) -> None:
    statement = "The product does not contain PFAS | {}\n"
    assert told(statement.format(yes), "CHEM.GROUP") == [NO]
    assert told(statement.format(no), "CHEM.GROUP") == [YES]


def test_two_results_side_by_side_turn_nothing_round() -> None:
    page = "Prov A | Prov B\nKvicksilver (Hg) | ej påvisat | ej påvisat\n"
    assert set(told(page, "CHEM.SUBSTANCE")) == {NO}


@pytest.mark.parametrize("label", ["Latexfri", "Latex-free:"])
def test_the_box_at_what_asks_for_absence_is_turned_too(label: str) -> None:
    assert told(f"{label} ☐ Ja ☒ Nej\n", "CHEM.GROUP") == [YES]
    assert told(f"{label} ☒ Ja ☐ Nej\n", "CHEM.GROUP") == [NO]


def test_what_is_free_of_charge_asks_for_no_absence() -> None:
    assert told("Is the training on fire safety free of charge? No\n", "LAB.SAFETY") != [YES]


def test_whether_it_was_tested_says_nothing_of_what_is_there() -> None:
    assert told("Has the fabric been tested for PFAS? No.\n", "CHEM.GROUP") == [
        ("hedged", "neutral")
    ]
    assert told("Har tyget testats för PFAS? Ja.\n", "CHEM.GROUP") == []


@pytest.mark.parametrize(
    "sentence",
    ["Varan bryter inte mot RoHS-direktivet.", "The lamp does not breach the RoHS directive."],
)
def test_a_law_that_is_not_broken_is_met(sentence: str) -> None:
    assert told(sentence, "CHEM.LIST") == [("affirmed", "support")]


BARE = [
    ("Do workers have written contracts? Partly.\n", "LAB.CONTRACT", ("hedged", "risk")),
    ("Har alla skriftliga avtal? Inte alla.\n", "LAB.CONTRACT", ("denied", "risk")),
    ("Are fire drills held? Twice a year.\n", "LAB.SAFETY", ("affirmed", "support")),
    ("Hålls utrymningsövningar? Två gånger om året.\n", "LAB.SAFETY", ("affirmed", "support")),
    ("Who pays the recruitment fee? The employer.\n", "LAB.FEES", ("affirmed", "support")),
    ("Vem betalar rekryteringsavgiften? De anställda själva.\n", "LAB.FEES", YES),
    ("Do you prohibit child labour? Yes.\n", "LAB.CHILD", ("required", "support")),
    ("We have a policy against child labour | Yes\n", "LAB.CHILD", ("required", "support")),
    ("Suppliers must not use child labour | Yes\n", "LAB.CHILD", ("required", "support")),
    ("Is the product made in Xinjiang? No.\n", "ORIGIN.COUNTRY", NO),
    ("Kommer bomullen från Xinjiang?\nNej\n", "ORIGIN.MATERIAL", NO),
    ("Kommer bomullen från Xinjiang? Vet ej.\n", "ORIGIN.MATERIAL", ("hedged", "risk")),
    ("Are you SA8000 certified? Yes.\n", "CERT", ("affirmed", "neutral")),
    ("Är ni certifierade enligt SA8000? Nej.\n", "CERT", ("denied", "neutral")),
]


@pytest.mark.parametrize(("page", "topic", "answer"), BARE)
def test_an_answer_of_few_words_is_heard_with_its_question(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]


@pytest.mark.parametrize(
    "question",
    [
        "Conflict-free minerals: {}",
        "Conflict-free minerals | {}",
        "Are the smelters conflict-free? {}.",
        "Is the tin conflict-free?\n{}",
    ],
)
def test_free_of_conflict_is_no_absence_of_the_mineral(question: str) -> None:
    page = question + "\n"
    assert set(told(page.format("Yes"), "ORIGIN.MINERALS")) == {("affirmed", "support")}
    assert set(told(page.format("No"), "ORIGIN.MINERALS")) == {("denied", "risk")}


def test_a_battery_that_is_not_free_of_cobalt_holds_it() -> None:
    found = told("Is the battery cobalt-free? No.\n", "ORIGIN.MINERALS")
    assert found == [("affirmed", "neutral")]


@pytest.mark.parametrize(
    ("label", "stance"),
    [
        ("Rest days are free: yes", "affirmed"),
        ("No overtime without consent: yes", "affirmed"),
        ("Ingen övertid utan samtycke | Ja", "affirmed"),
    ],
)
def test_what_is_free_or_denied_twice_is_not_turned(label: str, stance: str) -> None:
    assert [said for said, _ in told(f"{label}\n", "LAB.HOURS")] == [stance]

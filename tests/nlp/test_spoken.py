"""Conditions of work in words of reports and letters that no rule of topics holds by itself."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.pages import headed
from nlp.pipeline import read_pages

TODAY = date(2026, 4, 1)


def told(*lines: str) -> list[tuple[str, str, str]]:
    """Topic, stance and quote of what the rules alone claim on a page of these lines."""
    page = "\n\n".join(lines) + "\n"
    claims = [g.claim for one in read_pages([page], today=TODAY) for g in one.grounds]
    return [(claim.topic, claim.stance, page[claim.start : claim.end]) for claim in claims]


SPOKEN = [
    (
        "Workers at the spinning mill can ring a number that is staffed by former seamstresses.",
        "LAB.GRIEVANCE",
    ),
    ("Twelve men sleep in one caravan.", "LAB.SAFETY"),
    ("En pressare brände handen på strykjärnet.", "LAB.SAFETY"),
    ("Whether sub-agents ask candidates for money is not known to us.", "LAB.FEES"),
    ("Recruits have been given back what the medical cost them.", "LAB.FEES"),
    ("Mäklaren i Dhaka begärde 3 000 dollar av varje svetsare.", "LAB.FEES"),
    ("De nyanställda fick stå för läkarundersökningen själva.", "LAB.FEES"),
    ("Visum och flyg ingår, arbetaren betalar ingenting.", "LAB.FEES"),
    ("The dormitory warden keeps the girls' papers in her desk.", "LAB.FORCED"),
    ("Guards at the quarry turn back men who want to leave.", "LAB.FORCED"),
    ("Originalen till utbildningsbevisen låg i chefens skåp.", "LAB.FORCED"),
    ("Ingen tvingas stanna på området efter skiftet.", "LAB.FORCED"),
    ("En tolvårig flicka vek kartonger.", "LAB.CHILD"),
    ("Punch cards for June could not be produced.", "LAB.HOURS"),
    ("Tidlistorna för juni var ifyllda i efterhand.", "LAB.HOURS"),
    ("Piece workers came out at 80 per cent of the legal rate.", "LAB.WAGE"),
    ("Every picker has received a contract in her own language.", "LAB.CONTRACT"),
    ("Två tredjedelar omfattas av kollektivavtal.", "LAB.UNION"),
    ("Bara ogifta kvinnor anställs i monteringen.", "LAB.DISCRIMINATION"),
    ("Romska arbetare får inte använda matsalen.", "LAB.DISCRIMINATION"),
    ("The letterbox in the changing room has been nailed shut since spring.", "LAB.GRIEVANCE"),
    ("A listening session is held by an outside mediator once a month.", "LAB.GRIEVANCE"),
    ("Nobody who reports an abuse may lose shifts because of it.", "LAB.GRIEVANCE"),
    ("The foreman found out who had rung the line.", "LAB.GRIEVANCE"),
    ("In the second half of the year 34 tips reached the association.", "LAB.GRIEVANCE"),
    ("The farm has no arrangement for hearing what pickers are unhappy with.", "LAB.GRIEVANCE"),
    ("En lapp med numret till stödtelefonen sitter på varje toalettdörr.", "LAB.GRIEVANCE"),
    ("Den som påtalar brister ska inte riskera sitt arbete.", "LAB.GRIEVANCE"),
    ("Hon flyttades till packningen efter att ha påtalat saken.", "LAB.GRIEVANCE"),
    ("The goods lift ran without a gate.", "LAB.SAFETY"),
    ("The way out on the third floor was full of rolls.", "LAB.SAFETY"),
    ("Wires hung loose above the ironing tables.", "LAB.SAFETY"),
    ("The ladder to the silo lacks a cage.", "LAB.SAFETY"),
    ("Elledningar hängde lösa över strykborden.", "LAB.SAFETY"),
    ("Truckarna backade utan ljudsignal.", "LAB.SAFETY"),
    ("Arton personer delar på två duschar i längan.", "LAB.SAFETY"),
    ("Ingen vet om taket tål snölasten.", "LAB.SAFETY"),
    ("Trainees from Laos paid the village head for the papers.", "LAB.FEES"),
    ("All travel to the plant is at the company's expense.", "LAB.FEES"),
    ("No jobseeker may be asked for money.", "LAB.FEES"),
    ("Fabriken har ersatt det de lagt ut på agenten.", "LAB.FEES"),
    ("Staff wishing to quit must pay for the training.", "LAB.FORCED"),
    ("The foreman said he would call immigration if they stopped working.", "LAB.FORCED"),
    ("Soldiers were sent to pick the cotton.", "LAB.FORCED"),
    ("Grinden till lägret reglas klockan nio.", "LAB.FORCED"),
    ("Muraren jobbar av ett förskott hos tegelbruket.", "LAB.FORCED"),
    ("A girl of about twelve was folding boxes.", "LAB.CHILD"),
    ("Två av plockarna såg ut att vara i trettonårsåldern.", "LAB.CHILD"),
    ("Sewers were kept until eleven in the evening.", "LAB.HOURS"),
    ("Sömmerskorna hölls kvar till elva på kvällen.", "LAB.HOURS"),
    ("Saturday work was settled at the ordinary rate.", "LAB.WAGE"),
    ("The employer's share of the pension has not been paid in.", "LAB.WAGE"),
    ("Lördagsarbete ersattes med vanlig lön.", "LAB.WAGE"),
    ("Lönen täcker inte hyra och mat.", "LAB.WAGE"),
    ("The knitters in the hills have nothing on paper.", "LAB.CONTRACT"),
    ("Some of the beading is sent to women in the villages.", "LAB.CONTRACT"),
    ("Half the sewing hall is hired through an agency for three months at a time.", "LAB.CONTRACT"),
    ("A unit next door was pressing shirts without the buyer having been told.", "LAB.CONTRACT"),
    ("Pärlbroderiet görs av kvinnor i byarna.", "LAB.CONTRACT"),
    ("Halva sysalen är inhyrd på tre månader i taget.", "LAB.CONTRACT"),
    ("Stickerskorna har inget på papper.", "LAB.CONTRACT"),
    ("En verkstad intill strök skjortor utan att köparen visste om det.", "LAB.CONTRACT"),
    ("Two spokeswomen were dismissed after the sit-in.", "LAB.UNION"),
    ("The employer refuses to sit down with the federation.", "LAB.UNION"),
    ("Två talespersoner fick gå efter sittstrejken.", "LAB.UNION"),
    ("Arbetsgivaren vägrar att träffa förbundet.", "LAB.UNION"),
    ("Ledamöterna i personalkommittén utses av direktören.", "LAB.UNION"),
    ("En avdelning av textilarbetarförbundet bildades i maj.", "LAB.UNION"),
    ("A shift leader kept commenting on the bodies of the young women.", "LAB.DISCRIMINATION"),
    ("Men and women at the same machine are paid the same.", "LAB.DISCRIMINATION"),
    ("Applicants have to show that they are not expecting.", "LAB.DISCRIMINATION"),
    ("Muslim staff are given time to pray.", "LAB.DISCRIMINATION"),
    ("En skiftledare kommenterade kvinnornas kroppar.", "LAB.DISCRIMINATION"),
]


@pytest.mark.parametrize(("sentence", "topic"), SPOKEN)
def test_words_that_together_tell_of_a_condition_claim_it_alone(sentence: str, topic: str) -> None:
    assert [one for one, _, _ in told(sentence)] == [topic]


NOTHING = [
    "The disposable gloves are packed in boxes of one hundred.",
    "Drums of adhesive are delivered on pallets under the agreement.",
    "The exit price per carton is fixed until June.",
    "Skyddshandskar i nitril levereras i kartong om hundra.",
    "Numret till kundtjänst står på fakturan.",
    "Barnstolen har ett lock av plast.",
    "Golvet i lagret är lagt med plattor.",
    "Fisken har fångats av båtar från hamnen.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_goods_that_bear_the_same_names_claim_no_condition_of_work(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", ["A fifteen-year-old swept floors.", "En femtonåring sopade."])
def test_a_short_sentence_claims_also_where_its_verb_is_not_known(sentence: str) -> None:
    assert [topic for topic, _, _ in told(sentence)] == ["LAB.CHILD"]


def test_a_day_labourer_who_is_a_child_is_one_claim() -> None:
    found = told("A boy of 14 was among the day labourers in the yard.")
    assert [topic for topic, _, _ in found] == ["LAB.CHILD"]


def test_pay_that_a_broker_takes_is_a_fee_and_no_wage() -> None:
    found = told("The broker takes 900 rupees from the pay of each picker.")
    assert [topic for topic, _, _ in found] == ["LAB.FEES"]


def test_pay_that_is_kept_to_tie_a_worker_is_forced_labour_and_a_wage() -> None:
    found = told("The contractor holds back wages until the season is finished.")
    assert {topic for topic, _, _ in found} == {"LAB.FORCED", "LAB.WAGE"}


def test_what_a_caller_tells_of_is_no_claim_about_the_line() -> None:
    found = told("Three callers had paid an agent 900 ringgit each for the job.")
    assert [topic for topic, _, _ in found] == ["LAB.FEES"]


def test_a_cell_that_tells_what_was_done_goes_on_about_its_row() -> None:
    row = "1 | Passports lay in the office safe | Passen tillbaka hos arbetarna"
    found = told("Finding | What we saw | What was done\n" + row)
    assert [topic for topic, _, _ in found] == ["LAB.FORCED", "LAB.FORCED"]


def test_a_sentence_that_begins_with_it_goes_on_about_the_one_before() -> None:
    found = told("The complaint box hung behind a door. It was moved there last year.")
    assert [topic for topic, _, _ in found] == ["LAB.GRIEVANCE", "LAB.GRIEVANCE"]


SHORT = [("3. Voice", "LAB.GRIEVANCE"), ("Fråga 7: Tid?", "LAB.HOURS"), ("Barn", "LAB.CHILD")]


@pytest.mark.parametrize(("heading", "topic"), SHORT)
def test_one_word_heads_a_section_where_it_stands_alone(heading: str, topic: str) -> None:
    found = {hit.rule.name for hit in headed(heading.lower()) if hit.rule.kind == "head"}
    assert topic in found


@pytest.mark.parametrize(
    "heading", ["Voice recorders and headsets", "Tid och plats för leveransen"]
)
def test_the_same_word_heads_nothing_in_a_longer_heading(heading: str) -> None:
    assert not [hit for hit in headed(heading.lower()) if hit.rule.kind == "head"]

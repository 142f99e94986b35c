"""Sentences of our own, topic by topic, in both languages: what is claimed, and how."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2025, 6, 1)

# text | topic | stance | bearing | values
TABLE = """
Hyllan innehåller inga ftalater. | CHEM.GROUP | denied | support | group=phthalates
The strap contains latex. | CHEM.GROUP | affirmed | risk | group=latex
Vi kan inte utesluta spår av PFOA i tyget. | CHEM.SUBSTANCE | hedged | risk | cas=335-67-1
The lining may contain traces of PFOS. | CHEM.SUBSTANCE | hedged | risk | cas=1763-23-1
Knapparna är nickelfria. | CHEM.SUBSTANCE | denied | support | cas=7440-02-0
The handle is BPA-free. | CHEM.SUBSTANCE | denied | support | cas=80-05-7
Varken bly eller kadmium används i glasyren. | CHEM.SUBSTANCE | denied | support | cas=7440-43-9
Neither toluene nor benzene is used. | CHEM.SUBSTANCE | denied | support | cas=71-43-2
Limmet innehåller 0,4 % formaldehyd. | CHEM.SUBSTANCE | affirmed | risk | pct_max=0.4
Chromium was found at 12 mg/kg, below the limit. | CHEM.SUBSTANCE | affirmed | support | amount=12
Cadmium was not detected (< 3 mg/kg). | CHEM.SUBSTANCE | denied | support | amount=3; unit=mg/kg
Såvitt vi känner till är kabeln fri från PVC. | CHEM.GROUP | hedged | neutral | group=pvc
To our knowledge the foam is free of flame retardants. | CHEM.GROUP | hedged | neutral |
Från 2027 ska alla kärl vara bisfenolfria. | CHEM.GROUP | required | support | group=bisphenols
Biocides must not be added to the fabric. | CHEM.GROUP | required | support | group=biocides
PFAS har inte undersökts. | CHEM.GROUP | hedged | neutral | group=pfas
Inga ämnen på kandidatförteckningen ingår. | CHEM.LIST | denied | support | list=svhc
The lamp complies with RoHS. | CHEM.LIST | affirmed | support | list=rohs
Lampan uppfyller inte RoHS. | CHEM.LIST | denied | risk | list=rohs
None of the parts contains SVHC above 0.1 %. | CHEM.LIST | denied | support | list=svhc
H317 Kan orsaka allergisk hudreaktion | CHEM.HAZARD | affirmed | risk | h_code=H317
Flam. Liq. 3, H226 | CHEM.HAZARD | affirmed | neutral | h_code=H226
Blandningen klassificeras inte som cancerframkallande. | CHEM.HAZARD | denied | support |
Revisorn fann inga tecken på tvångsarbete. | LAB.FORCED | denied | support |
The agency keeps the workers' passports. | LAB.FORCED | affirmed | risk | indicator=documents_kept
Workers pay a deposit for their uniform. | LAB.FORCED | affirmed | risk | indicator=deposit
We do not tolerate modern slavery. | LAB.FORCED | required | support |
Tvångsarbete i led 3 kan inte uteslutas. | LAB.FORCED | hedged | risk |
Sömmerskorna betalade en rekryteringsavgift. | LAB.FEES | affirmed | risk |
No worker shall pay recruitment fees. | LAB.FEES | required | support |
Inga minderåriga arbetar i fabriken. | LAB.CHILD | denied | support |
Employees must be at least 16 years old. | LAB.CHILD | required | support | age=16
Two workers aged 14 were found at the loom. | LAB.CHILD | affirmed | risk | age=14
Alla får minst minimilön. | LAB.WAGE | affirmed | support |
Wages were paid late in March. | LAB.WAGE | affirmed | risk |
Arbetarna arbetade 71 timmar per vecka. | LAB.HOURS | affirmed | risk | hours_per_week=71
The working week shall not exceed 48 hours. | LAB.HOURS | required | support | hours_per_week=48
Fabriken saknar fackförening. | LAB.UNION | denied | risk |
Workers may form and join trade unions. | LAB.UNION | affirmed | support |
Graviditetstest förekommer inte. | LAB.DISCRIMINATION | denied | support |
Harassment is prohibited. | LAB.DISCRIMINATION | required | support |
Nödutgången var blockerad av pallar. | LAB.SAFETY | affirmed | risk |
Machine guards were missing on the press. | LAB.SAFETY | denied | risk |
Fire drills are held twice a year. | LAB.SAFETY | affirmed | support |
Någon klagomålskanal finns inte. | LAB.GRIEVANCE | denied | risk |
A hotline is open to all workers. | LAB.GRIEVANCE | affirmed | support |
Nio städare saknar skriftligt avtal. | LAB.CONTRACT | denied | risk |
All workers have a written contract. | LAB.CONTRACT | affirmed | support |
Slutmontering sker i Vietnam. | ORIGIN.COUNTRY | affirmed | neutral | country=VN
The bags are sewn in Portugal. | ORIGIN.COUNTRY | affirmed | neutral | country=PT
Country of manufacture: Taiwan | ORIGIN.COUNTRY | affirmed | neutral | country=TW
Site: Mekong Chairs Ltd, Road 5, Hanoi, Vietnam | ORIGIN.SITE | affirmed | neutral | country=VN
Bomullen kommer från Indien. | ORIGIN.MATERIAL | affirmed | neutral | material=cotton; country=IN
Cotton is not sourced from Xinjiang. | ORIGIN.MATERIAL | denied | support | country=CN-XJ
Palm oil: mass balance | ORIGIN.MATERIAL | affirmed | neutral | model=mass_balance
All tin smelters are conformant. | ORIGIN.MINERALS | affirmed | support | mineral=tin
SA8000 certificate no. 22-318, valid until 2024-05-31 | CERT | affirmed | risk | valid_to=2024-05-31
Vi är inte certifierade enligt ISO 14001. | CERT | denied | neutral | standard=ISO 14001
We intend to be certified to ISO 45001. | CERT | required | support | standard=ISO 45001
"""


def rows() -> list[tuple[str, str, str, str, dict[str, str]]]:
    found = []
    for line in TABLE.strip().splitlines():
        text, topic, stance, bearing, values = (part.strip() for part in line.split(" |"))
        pairs = (pair.split("=", 1) for pair in values.split(";") if pair)
        found.append((text, topic, stance, bearing, {k.strip(): v.strip() for k, v in pairs}))
    return found


@pytest.mark.parametrize(
    ("text", "topic", "stance", "bearing", "value"), rows(), ids=[row[0][:40] for row in rows()]
)
def test_a_sentence_is_claimed(
    text: str, topic: str, stance: str, bearing: str, value: dict[str, str]
) -> None:
    claims = [claim for claim in nlp.find_claims([text], today=TODAY) if claim.topic == topic]
    assert claims, "no claim of the topic"
    found = [(claim.stance, claim.bearing) for claim in claims]
    assert (stance, bearing) in found
    assert any(value.items() <= claim.value.items() for claim in claims)


SILENT = """
Tvätta händerna med tvål efter arbetet.
What is your policy on child labour?
☐ SA8000   ☐ BSCI   ☐ ISO 14001
”Tvångsarbete” betyder arbete som utförs under hot.
Article 33 obliges suppliers to give information on Candidate List substances.
Kontor: Hamngatan 4, Oslo. Telefon +47 22 00 00 00.
Goods are shipped from the port of Karachi.
Lead time is six weeks.
Se ISO 14001 för mer.
Tetrahydrofuran användes som lösningsmedel vid extraktionen.
Mötet öppnades klockan nio och kaffe serverades.
The survey took us nine days to answer.
"""


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_a_sentence_that_claims_nothing_is_left(text: str) -> None:
    assert nlp.find_claims([text], today=TODAY) == []


def test_a_list_takes_its_stance_from_its_lead_in() -> None:
    page = "Leverantören får inte:\n- kräva deposition av anställda\n- anlita barnarbetskraft\n"
    claims = nlp.find_claims([page], today=TODAY)
    assert [(c.topic, c.stance) for c in claims] == [
        ("LAB.FORCED", "required"),
        ("LAB.CHILD", "required"),
    ]


def test_a_row_is_read_as_one() -> None:
    page = (
        "Ämne | CAS-nr | Gräns, mg/kg | Resultat, mg/kg\n"
        "Bly | 7439-92-1 | 90 | 112\nKadmium | 7440-43-9 | 75 | ej påvisat\n"
    )
    claims = nlp.find_claims([page], today=TODAY)
    assert [(c.value["cas"], c.stance, c.bearing) for c in claims] == [
        ("7439-92-1", "affirmed", "risk"),
        ("7440-43-9", "denied", "support"),
    ]


def test_composition_of_a_safety_data_sheet_is_read_and_its_glossary_is_not() -> None:
    page = (
        "SÄKERHETSDATABLAD\n\nAVSNITT 3: Sammansättning\n"
        "Ämne | CAS-nr | EG-nr | Halt | Klassificering\n"
        "Toluen | 108-88-3 | 203-625-9 | 5-10 % | Repr. 2, H361\n\n"
        "AVSNITT 16: Annan information\nH361 Misstänks kunna skada fertiliteten.\n"
    )
    claims = nlp.find_claims([page], today=TODAY)
    assert [(c.topic, dict(c.value)) for c in claims] == [
        (
            "CHEM.SUBSTANCE",
            {
                "cas": "108-88-3",
                "ec": "203-625-9",
                "name": "Toluen",
                "pct_min": "5",
                "pct_max": "10",
            },
        ),
        ("CHEM.HAZARD", {"h_code": "H361"}),
    ]


def test_a_word_broken_at_the_end_of_a_line_is_found_where_it_stands() -> None:
    page = "Produkten innehåller inga ftala-\nter."
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert page[claim.start : claim.end] == page[:-1]


def test_the_cue_is_kept_with_the_claim() -> None:
    page = "The coating is free from PFAS."
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert [page[a:b] for a, b in claim.cues] == ["free from"]


def test_lapsed_is_told_by_the_day_given() -> None:
    page = "FSC certificate AB-COC-1234, valid until 1 May 2025."
    after = nlp.find_claims([page], today=TODAY)
    before = nlp.find_claims([page], today=date(2025, 4, 1))
    assert [c.bearing for c in (*after, *before)] == ["risk", "support"]

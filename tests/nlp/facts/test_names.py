"""Whose a document is and whom it is about."""

from __future__ import annotations

import pytest

from tests.nlp.facts.papers import AUDIT, CERTIFICATE, DATA_SHEET, POLICY, REPORT, facts, said


@pytest.mark.parametrize(
    ("page", "issuer", "holder"),
    [
        (CERTIFICATE, "Björkvik Certifiering AB", "Song Lam Garments Co., Ltd"),
        (DATA_SHEET, "Granens Kemi AB", None),
        (AUDIT, "Almgren Assurance Ltd", "Dhaleswari Knit Ltd"),
        (POLICY, "Västkustens Profil AB", None),
        (REPORT, "PROVKAMMAREN VÄST AB", "Västkustens Profil AB"),
    ],
)
def test_issuer_and_holder_are_told_apart(page: str, issuer: str, holder: str | None) -> None:
    found = said(page)
    assert (found.get("issuer"), found.get("holder")) == (issuer, holder)


@pytest.mark.parametrize(
    "name",
    [
        "Lindgren & Söner AB",
        "Stadsmöbler i Tranås AB",
        "BRIGHTWELL DEVICES LIMITED",
        "Gulmohar Looms (Pvt.) Ltd",
        "Perak Rubber Sdn Bhd",
        "Textilinstitut Nord gGmbH",
        "Kamo Display Systems Co., Ltd",
        "Tessera Europe B.V.",
        "Aurora Nutrition ApS",
        "UAB Medis Linija",
        "Nordic Gloves A/S",
        "Nordvik Vitalis AS",
        "Dhaka Rubber Pvt. Ltd",
    ],
)
def test_firms_are_known_by_their_legal_form(name: str) -> None:
    assert said(f"{name}\nCode of Conduct")["issuer"] == name


@pytest.mark.parametrize(
    "line",
    [
        "To: Alm Handel AB",
        "Business partner: Alm Handel AB",
        "Prepared by Amity Initiative for Alm Handel AB",
        "We sell our goods to Alm Handel AB in Sweden.",
    ],
)
def test_another_partys_name_is_not_the_issuers(line: str) -> None:
    assert "issuer" not in said(f"Worker voice report\n{line}")


@pytest.mark.parametrize(
    ("lines", "holder"),
    [
        ("Certificate holder: Alm Handel AB, Borås", "Alm Handel AB"),
        ("Innehavare | Alm Handel AB", "Alm Handel AB"),
        ("Licensee: Alm Trading House", "Alm Trading House"),
        ("Härmed intygas att miljöledningssystemet hos\nAlm Handel AB", "Alm Handel AB"),
        ("The company\nAlm Handel AB\nis granted the right", "Alm Handel AB"),
        ("Holder | Number | Valid to", None),
        ("ISO 9001:2015\nISO 45001:2018\nHolder: Alm Handel AB", "Alm Handel AB"),
    ],
)
def test_the_holder_of_a_certificate_is_told_by_label_or_formula(
    lines: str, holder: str | None
) -> None:
    page = f"Kvalitet Certifiering GmbH\nCertificate\nISO 14001:2015\n{lines}"
    assert said(page).get("holder") == holder


def test_the_firm_below_the_title_of_an_audit_is_the_one_audited() -> None:
    page = "Almgren Assurance Ltd\nSMETA audit report\nSavar Knit Ltd\nPlot 3, Savar\nClient Alm AB"
    assert said(page)["holder"] == "Savar Knit Ltd"


def test_the_client_of_an_audit_is_not_the_one_audited() -> None:
    assert "holder" not in said("SMETA audit report\nMade in May\nClient Alm Handel AB")


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("Audited: Savar Knit Pvt Ltd, Savar", "Savar Knit Pvt Ltd"),
        ("Granskad enhet: Savar Knit Ltd, Savar", "Savar Knit Ltd"),
        ("Monitored party: Savar Mills, Savar", "Savar Mills"),
    ],
)
def test_the_one_audited_is_told_by_a_label(line: str, holder: str) -> None:
    assert said(f"amfori BSCI audit\n{line}")["holder"] == holder


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("Auktoriserad granskare: Almgren (Dhaka)", "Almgren"),
        ("Monitoring partner: Almgren Asia. Unannounced.", "Almgren Asia"),
        ("1.3 Supplier: Alm Kemi AB", "Alm Kemi AB"),
        ("1.3 Alm Kemi AB", None),
        ("THE SAME AS", None),
    ],
)
def test_who_audits_or_supplies_is_told_by_a_label(line: str, issuer: str | None) -> None:
    assert said(f"amfori BSCI audit\n{line}").get("issuer") == issuer


def test_a_name_keeps_to_its_words_in_a_scan() -> None:
    page = "lntyg fr1n oss: k1inik, ti11s, vi1ka, ha1va, fe1a, ti1l\nVlKTORS VÅRDTEKNlK AB"
    fact = facts(page)["issuer"]
    assert fact.value == "VIKTORS VÅRDTEKNIK AB"
    assert page[fact.start : fact.end] == "VlKTORS VÅRDTEKNlK AB"

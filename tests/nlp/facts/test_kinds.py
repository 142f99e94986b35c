"""The kind of a document is told by its title, or by a scheme beside certificate or audit."""

from __future__ import annotations

import pytest

from tests.nlp.facts.papers import AUDIT, CERTIFICATE, DATA_SHEET, POLICY, REPORT, facts, said

BODY = "\nThis page tells what is covered and for how long, and who has looked at it."


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (CERTIFICATE, "cert_sa8000"),
        (DATA_SHEET, "sds"),
        (AUDIT, "audit_bsci"),
        (POLICY, "code_of_conduct"),
        (REPORT, "test_report"),
        ("EU Declaration of Conformity", "doc"),
        ("EU-försäkran om överensstämmelse", "doc"),
        ("Intyg om ämnen på kandidatförteckningen", "svhc_declaration"),
        ("REACH SVHC declaration", "svhc_declaration"),
        ("Leverantörsintyg", "supplier_declaration"),
        ("Ursprungsintyg för bomull", "supplier_declaration"),
        ("Hållbarhetspolicy", "code_of_conduct"),
        ("Certificate of Analysis", "test_report"),
        ("Conflict Minerals Reporting Template (CMRT)", "cmrt"),
        ("Extended Minerals Reporting Template (EMRT)", "emrt"),
        ("Certificate\nOEKO-TEX Standard 100", "cert_oekotex"),
        ("bluesign certificate", "cert_bluesign"),
        ("Scope certificate\nGlobal Organic Textile Standard (GOTS)", "cert_gots"),
        ("Scope certificate\nGlobal Recycled Standard", "cert_grs"),
        ("Licens\nSvanenmärkning, licensnummer 3012 0044", "licence_swan"),
        ("Certificate\nFSC chain of custody", "cert_fsc"),
        ("Certifikat\nPEFC spårbarhet", "cert_pefc"),
        ("Certificate\nFairtrade", "cert_fairtrade"),
        ("Certificate\nRSPO Supply Chain", "cert_rspo"),
        ("Rainforest Alliance\nCertificate", "cert_ra"),
        ("SMETA audit report, 4-pillar", "audit_smeta"),
        ("SMETA 6.1 corrective action plan\nAudit reference", "audit_smeta"),
        ("Materialdeklaration", "supplier_declaration"),
        ("Kod för affärspartner", "code_of_conduct"),
        ("CERTIFIKAT\nuppfyller kraven i\nISO 14001:2015", "iso14001"),
        ("Certificate of Registration\nISO 45001:2018", "iso45001"),
        ("Certificate of Registration\nISO 9001:2015", "iso9001"),
        ("EMAS\nCertificate of registration", "emas"),
        ("SECTION 1: Identification of the substance", "sds"),
    ],
)
def test_the_kinds_of_the_field_are_told(page: str, kind: str) -> None:
    assert said(page + BODY)["kind"] == kind


@pytest.mark.parametrize(
    "page",
    [
        "Hej!\nHär kommer vår uppförandekod och vårt certifikat enligt ISO 14001.",
        "Riskanalys för arbetskläder\nLeverantörsintyg har hämtats in från alla.",
        "Our suppliers hold SA8000 certificates and follow our Code of Conduct.",
        "Modern Slavery and Human Trafficking Statement\nWe have a Code of Conduct.",
        "Certificate\nISO 9001 and ISO 14001 and ISO 45001",
        "See Safety Data Sheet",
        "Revisionsrapport SA8000:2014\nCertifikat IND-4471",
        "Bilaga 6: intyg och certifikat (skannad)",
        "Our work\nB Certificates in the chain\nGinning, GOTS-TR-5561",
        "Alm AB\nYear 2024\nMinerals\nFor buyers\nPolicy\nWe buy from few.",
        "Säkerhetsdatablad: bifogas",
        "Social Audit Report\nMinh Tam Garments",
        "",
        "12 | 13 | 14",
    ],
)
def test_where_the_words_do_not_tell_nothing_is_said(page: str) -> None:
    assert "kind" not in said(page)


def test_the_title_above_decides_where_two_are_named() -> None:
    page = "Textilinstitut Nord\nCertificate 24.118\nTest report 2409\nOEKO-TEX Standard 100"
    assert said(page)["kind"] == "cert_oekotex"


def test_a_bundle_of_certificates_is_no_certificate() -> None:
    second = "Certificate of Registration\nISO 14001:2015\nis held by the same firm"
    assert said(CERTIFICATE)["kind"] == "cert_sa8000"
    assert "kind" not in said(CERTIFICATE, second)
    assert "kind" not in said(CERTIFICATE, "OEKO-TEX Standard 100\nClass II")
    later = "Birth certificates are kept. " + "The hall is clean. " * 30 + "It uses FSC wood."
    assert said(AUDIT, later)["kind"] == "audit_bsci"


def test_a_report_that_speaks_of_samples_is_one_of_tests() -> None:
    page = "FJORD ANALYTICAL LTD\nReport FA-118-2\nClient: Alm AB\nSamples received: 3 March 2025"
    assert "kind" not in said(page)
    assert said(page + "\nAccredited to ISO/IEC 17025. LOQ 30 mg/kg")["kind"] == "test_report"


def test_a_cover_without_text_is_passed_over() -> None:
    assert facts("", "  \n", DATA_SHEET)["kind"].page == 3


def test_a_kind_rests_on_whole_words() -> None:
    page = "Spårbarhetsintyg för trä"
    fact = facts(page)["kind"]
    assert page[fact.start : fact.end] == "Spårbarhetsintyg"
    assert fact.rule == "title.supplier_declaration"


@pytest.mark.parametrize(
    ("page", "language"),
    [
        (POLICY, "sv"),
        (CERTIFICATE + BODY, "en"),
        ("Wir sind und die der das nicht für mit ist der Firma in an all was.", None),
        ("Vi er og ikke af skal ved der til med en den som kan.", None),
        ("117-81-7 | 0,1 %", None),
        ("Certificate", None),
    ],
)
def test_the_language_is_told_where_its_small_words_are_many(
    page: str, language: str | None
) -> None:
    assert said(page).get("language") == language

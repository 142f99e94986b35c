"""The kinds of evidence suppliers hand in, as the field tells them apart."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.texts import N_


class DocumentKind(StrEnum):
    """What a document is. A machine may propose a kind; a person says it."""

    SDS = "sds"
    DOC = "doc"
    SVHC_DECLARATION = "svhc_declaration"
    SUPPLIER_DECLARATION = "supplier_declaration"
    CODE_OF_CONDUCT = "code_of_conduct"
    TEST_REPORT = "test_report"
    CERT_OEKOTEX = "cert_oekotex"
    CERT_BLUESIGN = "cert_bluesign"
    CERT_GOTS = "cert_gots"
    CERT_GRS = "cert_grs"
    LICENCE_SWAN = "licence_swan"
    CERT_FSC = "cert_fsc"
    CERT_PEFC = "cert_pefc"
    CERT_FAIRTRADE = "cert_fairtrade"
    CERT_RSPO = "cert_rspo"
    CERT_RA = "cert_ra"
    CERT_SA8000 = "cert_sa8000"
    AUDIT_BSCI = "audit_bsci"
    AUDIT_SMETA = "audit_smeta"
    ISO14001 = "iso14001"
    ISO45001 = "iso45001"
    ISO9001 = "iso9001"
    EMAS = "emas"
    CMRT = "cmrt"
    EMRT = "emrt"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in words, to translate."""
        return KIND_LABELS[self]


KIND_LABELS: Final[Mapping[DocumentKind, str]] = MappingProxyType(
    {
        DocumentKind.SDS: N_("Safety data sheet"),
        DocumentKind.DOC: N_("EU declaration of conformity"),
        DocumentKind.SVHC_DECLARATION: N_("Declaration on Candidate List substances"),
        DocumentKind.SUPPLIER_DECLARATION: N_("Supplier declaration"),
        DocumentKind.CODE_OF_CONDUCT: N_("Code of conduct or policy"),
        DocumentKind.TEST_REPORT: N_("Test report"),
        DocumentKind.CERT_OEKOTEX: N_("Oeko-Tex Standard 100 certificate"),
        DocumentKind.CERT_BLUESIGN: N_("bluesign certificate"),
        DocumentKind.CERT_GOTS: N_("GOTS certificate"),
        DocumentKind.CERT_GRS: N_("GRS certificate"),
        DocumentKind.LICENCE_SWAN: N_("Nordic Swan licence"),
        DocumentKind.CERT_FSC: N_("FSC chain-of-custody certificate"),
        DocumentKind.CERT_PEFC: N_("PEFC chain-of-custody certificate"),
        DocumentKind.CERT_FAIRTRADE: N_("Fairtrade certificate"),
        DocumentKind.CERT_RSPO: N_("RSPO certificate"),
        DocumentKind.CERT_RA: N_("Rainforest Alliance certificate"),
        DocumentKind.CERT_SA8000: N_("SA8000 certificate"),
        DocumentKind.AUDIT_BSCI: N_("amfori BSCI audit report"),
        DocumentKind.AUDIT_SMETA: N_("SMETA audit report"),
        DocumentKind.ISO14001: N_("ISO 14001 certificate"),
        DocumentKind.ISO45001: N_("ISO 45001 certificate"),
        DocumentKind.ISO9001: N_("ISO 9001 certificate"),
        DocumentKind.EMAS: N_("EMAS registration"),
        DocumentKind.CMRT: N_("Conflict minerals report (CMRT)"),
        DocumentKind.EMRT: N_("Extended minerals report (EMRT)"),
        DocumentKind.OTHER: N_("Other document"),
    }
)

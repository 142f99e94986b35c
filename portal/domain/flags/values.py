"""What people call the codes in a flag's value: groups, lists, materials, signs and models."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from portal.domain.flags.materials import MATERIALS
from portal.texts import N_

_GROUPS: Final = {
    "accelerators": N_("vulcanisation accelerators"),
    "azo_dyes": N_("azo dyes"),
    "biocides": N_("biocides"),
    "bisphenols": N_("bisphenols"),
    "carbamates": N_("carbamates"),
    "chlorinated_solvents": N_("chlorinated solvents"),
    "chlorophenols": N_("chlorophenols"),
    "flame_retardants": N_("flame retardants"),
    "fragrances": N_("fragrances"),
    "halogens": N_("halogens"),
    "hazardous_chemicals": N_("hazardous chemicals"),
    "heavy_metals": N_("heavy metals"),
    "isocyanates": N_("isocyanates"),
    "latex": N_("latex"),
    "mineral_oil": N_("mineral oil"),
    "npe": N_("nonylphenol ethoxylates (NPE)"),
    "organotins": N_("organotin compounds"),
    "pah": N_("polycyclic aromatic hydrocarbons (PAH)"),
    "parabens": N_("parabens"),
    "pfas": N_("PFAS"),
    "phthalates": N_("phthalates"),
    "pvc": N_("PVC"),
    "thiurams": N_("thiurams"),
}
_LISTS: Final = {
    "annex_xiv": N_("Authorisation List (REACH, Annex XIV)"),
    "annex_xvii": N_("Restriction List (REACH, Annex XVII)"),
    "mrsl": N_("list of substances restricted in manufacture (MRSL)"),
    "other": N_("another list"),
    "phase_out": N_("phase-out list"),
    "pops": N_("POPs Regulation"),
    "rohs": N_("RoHS"),
    "svhc": N_("Candidate List (SVHC)"),
}
_INDICATORS: Final = {
    "abuse_of_vulnerability": N_("someone's weak position is used"),
    "abusive_conditions": N_("degrading working or living conditions"),
    "debt_bondage": N_("debt that binds to the work"),
    "deception": N_("workers are deceived"),
    "deposit": N_("a deposit is taken"),
    "documents_kept": N_("identity papers are kept"),
    "isolation": N_("workers are kept isolated"),
    "movement_restricted": N_("freedom to move is restricted"),
    "prison_labour": N_("prison labour"),
    "state_imposed": N_("imposed by a state"),
    "threats": N_("threats"),
    "trafficking": N_("trafficking"),
    "wages_withheld": N_("wages are withheld"),
}
_OPERATIONS: Final = {
    "own": N_("its own"),
    "first_tier": N_("suppliers in the first tier"),
    "chain": N_("further up the supply chain"),
}
_MODELS: Final = {
    "book_and_claim": N_("book and claim"),
    "identity_preserved": N_("identity preserved"),
    "mass_balance": N_("mass balance"),
    "segregated": N_("segregated"),
}
_MINERALS: Final = {
    "3tg": N_("tin, tantalum, tungsten and gold (3TG)"),
    "cobalt": N_("cobalt"),
    "gold": N_("gold"),
    "mica": N_("mica"),
    "tantalum": N_("tantalum"),
    "tin": N_("tin"),
    "tungsten": N_("tungsten"),
}
CODE_NAMES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "group": _GROUPS,
        "list": _LISTS,
        "indicator": _INDICATORS,
        "material": MATERIALS,
        "model": _MODELS,
        "mineral": _MINERALS,
        "operations": _OPERATIONS,
    }
)
"""Of each key of a value that holds a code: what its codes are called, to translate."""


def code_name(key: str, code: str) -> str:
    """What a code is called; one without a name as it reads."""
    return CODE_NAMES.get(key, {}).get(code) or code.replace("_", " ")

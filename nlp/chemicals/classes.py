"""Hazard classes and statements in words: the code each has (CLP, Annexes I and III)."""

from __future__ import annotations

import re

# The code a statement has where its words are given without one; the narrower first.
_STATED = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (
            (
                r"allergi- eller\s+astma|allergi eller astma|astma|asthma"
                r"|andnings\w*sensibiliser|luftvägssensibiliser|respiratory sensiti[sz]"
            ),
            "H334",
        ),
        (r"kan orsaka en allergisk reaktion|may produce an allergic reaction", "EUH208"),
        (r"misstänks (?:kunna )?orsaka cancer|suspected of causing cancer", "H351"),
        (r"kan orsaka cancer|may cause cancer", "H350"),
        (r"misstänks kunna orsaka genetiska|suspected of causing genetic", "H341"),
        (r"genetiska defekter|genetic defects", "H340"),
        (
            (
                r"misstänks kunna skada (?:fertilitet|det ofödda)"
                r"|suspected of damaging (?:fertility|the unborn)"
            ),
            "H361",
        ),
        (
            (
                r"(?:kan|may) (?:skada|damage) (?:fertilit|det ofödda|the unborn)"
                r"|reproduktionstoxisk|toxic to reproduction|reproductive toxicant"
            ),
            "H360",
        ),
        (
            (
                r"hudsensibiliser|allergisk hudreaktion|allergic skin reaction|skin sensiti[sz]"
                r"|kontaktallergi|contact allergy|sensiti[sz]e by skin|\bskin sensiti"
            ),
            "H317",
        ),
        (
            r"very toxic to aquatic life with long|mycket giftigt för vattenlevande organismer med",
            "H410",
        ),
        (
            (
                r"very toxic to (?:aquatic|fish)"
                r"|mycket giftigt? för (?:vattenlevande|vattenorganismer|fisk)"
            ),
            "H400",
        ),
        (r"toxic to aquatic life with|giftigt för vattenlevande organismer med", "H411"),
        (r"harmful to aquatic|skadliga långtidseffekter", "H412"),
        (r"skin corros|severe skin burns|allvarliga frätskador", "H314"),
        (
            (
                r"serious eye damage|allvarliga ögonskador|irreversible damage to (?:the )?eyes"
                r"|bestående (?:ögon)?skad"
            ),
            "H318",
        ),
        (r"eye irritation|ögonirrit", "H319"),
        (r"skin irritation|irriterar huden|hudirrit", "H315"),
        (
            (
                r"respiratory irritation|irritation i luftvägarna|irritera luftvägarna"
                r"|irritation of the respiratory"
            ),
            "H335",
        ),
        (r"corrosive to metals|korrosivt för metaller", "H290"),
        (r"oral toxicant: category 4|harmful if swallowed|skadligt vid förtäring", "H302"),
        (r"inhalation toxicant: category 3|toxic if inhaled|giftigt vid inandning", "H331"),
        (r"flammable liquid: category 4|combustible liquid", "H227"),
    )
)
# Classes by their names, with the code of each category.
_CLASSES = tuple(
    (re.compile(pattern), codes)
    for pattern, codes in (
        (
            r"skin corrosion|frätande(?:/irriterande)? på huden|hudkorros",
            {"1": "H314", "2": "H315"},
        ),
        (r"(?:serious )?eye damage|ögonskad", {"1": "H318", "2": "H319"}),
        (r"corrosive to metals|korrosivt? för metall", {"1": "H290"}),
        (r"respiratory sensiti[sz]|luftvägssensibil", {"1": "H334"}),
        (r"skin sensiti[sz]|hudsensibil", {"1": "H317"}),
        (r"carcinogen|cancerogen", {"1": "H350", "2": "H351"}),
        (r"mutagen", {"1": "H340", "2": "H341"}),
        (r"reproductive tox|reproduktionstox", {"1": "H360", "2": "H361"}),
        (r"aspiration", {"1": "H304"}),
        (r"oral|förtäring", {"1": "H300", "2": "H300", "3": "H301", "4": "H302"}),
        (r"dermal|hudkontakt", {"1": "H310", "2": "H310", "3": "H311", "4": "H312"}),
        (r"inhalation|inandning", {"1": "H330", "2": "H330", "3": "H331", "4": "H332"}),
        (r"repeated exposure|upprepad exponering", {"1": "H372", "2": "H373"}),
        (r"single exposure|enstaka exponering", {"1": "H370", "2": "H371", "3": "H335"}),
        (
            r"flammable liquid|brandfarliga vätsk",
            {"1": "H224", "2": "H225", "3": "H226", "4": "H227"},
        ),
        (
            r"(?:chronic|long-term)\b.*aquatic|aquatic.*(?:chronic|long-term)|kroniskt?.*vatten",
            {"1": "H410", "2": "H411", "3": "H412", "4": "H413"},
        ),
        (r"aquatic|vattenmiljö", {"1": "H400"}),
    )
)
_CATEGORY = re.compile(r"\b(?:category|kategori|cat\.)[:\s]+([1-4])[a-c]?\b")
# Of classes whose absence is told, the code that would be given them.
_UNGIVEN = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (r"cancerframkallande|carcinogen|cause cancer", "H350"),
        (r"mutagen|arvsmassa|genetic", "H340"),
        (r"reproduktion|reproduct|fertilit|fortplantning", "H360"),
        (r"hudsensibil|sensiti[sz]", "H317"),
        (r"eye damage|ögonskad", "H319"),
    )
)
# Corrosive, irritating and harmful ones are told of many a product in daily use; they tell
# neither for nor against it, as physical ones.
_MILD = frozenset(
    ("H302", "H304", "H312", "H314", "H315", "H318", "H319", "H332", "H335", "H336", "H373",
     "EUH066", "EUH031")
)  # fmt: skip


def category_of(words: str) -> str:
    """The code of a class told with its category ("Carcinogenicity Category 2"), or ""."""
    found = _CATEGORY.search(words)
    if not found:
        return ""
    named = (codes for pattern, codes in _CLASSES if pattern.search(words))
    return next((code for codes in named if (code := codes.get(found[1]))), "")


def code_of(words: str) -> str:
    """The code of a statement or class in words; "" where they are those of none."""
    if found := category_of(words):
        return found
    return next((code for pattern, code in _STATED if pattern.search(words)), "")


def ungiven(words: str) -> str:
    """The code of the one class that words speak of; "" for several or none."""
    found = {code for pattern, code in _UNGIVEN if pattern.search(words)}
    return found.pop() if len(found) == 1 else ""


def bearing_of(code: str) -> str:
    """How a statement that applies bears on the product."""
    if code in _MILD or code.startswith("H2"):
        return "neutral"
    return "risk"

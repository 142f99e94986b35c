"""What the suppliers answer where their own papers speak against them, in the words of the form."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Answer = Mapping[str, object]

_LINDMARK: Final[dict[str, Answer]] = {
    "P1-03": {"revised": "2025-03-14"},
    "P2-08": {
        "with": ["workers", "unions"],
        "how": "Vi har frågat arbetare och fack i båda fabrikerna inför årets analys.",
    },
    "P3-01": {"caused": "no"},
    "P6-02": {"qualities": ["anonymous", "languages", "no_retaliation"]},
    "RD-01": {"known": "no"},
    "TR-01": {
        "products": [
            {"product": "Arbetsbyxor och arbetsjackor Varsel", "countries": ["VN"]},
            {"product": "Bussaronger och t-tröjor", "countries": ["BD"]},
        ]
    },
    "TR-02": {
        "sites": [
            {
                "name": "Minh Sao Workwear Co., Ltd",
                "address": "Lot C7, Dong Lai Industrial Zone, Vinh Phuc",
                "country": ["VN"],
                "products": "LT-2210, LT-2215",
            },
            {
                "name": "Padma Tarango Apparels Ltd",
                "address": "Plot 45, Kaliganj Road, Gazipur",
                "country": ["BD"],
                "products": "LT-1108, LT-1140",
            },
        ]
    },
    "TR-03": {
        "sites": [
            {
                "name": "Padma Tarango Weaving Mills Ltd",
                "role": "next_tier",
                "address": "Plot 43, Kaliganj Road, Gazipur",
                "country": ["BD"],
            }
        ]
    },
    "TR-04": {
        "contains": "yes",
        "materials": [{"material": "cotton", "countries": ["IN"], "model": "segregated"}],
    },
    "LAB-01": {"used": "no"},
    "LAB-02": {
        "methods": ["age_records", "payroll", "interviews"],
        "how": "Fabriken i Vietnam är SA8000-certifierad och granskas två gånger om året.",
    },
    "CH-01": {"over_limit": "no"},
    "CH-03": {"meets": "yes"},
    "CH-04": {"methods": ["declarations", "certificates"], "tests_a_year": 0},
}

_NORDHAV: Final[dict[str, Answer]] = {
    "P1-02": {"adopted": "yes", "date": "2025-04-02"},
    "P1-04": {"chain": "yes"},
    "P6-01": {"channel": "yes"},
    "TR-04": {
        "contains": "yes",
        "materials": [{"material": "palm_oil", "countries": ["MY"], "model": "segregated"}],
    },
    "CH-03": {"meets": "yes"},
    "EN-01": {"system": "iso14001"},
}

_LJUNGBY: Final[dict[str, Answer]] = {
    "P1-01": {"areas": ["human_rights", "workers_rights", "environment", "business_ethics"]},
    "P3-01": {"caused": "no"},
    "P5-03": {
        "deviations": [
            {"deviation": "För lång arbetstid", "count": 1, "measure": "Nytt skiftschema"},
            {"deviation": "Avtal på fel språk", "count": 1, "measure": "Översättning till bengali"},
        ],
        "in_time": 100,
    },
    "P6-02": {"qualities": ["anonymous", "no_retaliation"]},
    "LAB-01": {"used": "yes", "who_pays": "employer"},
    "CH-01": {"over_limit": "no"},
    "CH-03": {"meets": "yes"},
}

_ELEKTRONIKLAGRET: Final[dict[str, Answer]] = {
    "P6-01": {"channel": "yes"},
    "P6-02": {"qualities": ["anonymous", "languages", "no_retaliation"]},
    "P6-03": {
        "complaints": 4,
        "from_chain": 3,
        "outcome": "Alla fyra är utredda och avslutade.",
    },
    "P7-01": {"procedure": "yes"},
    "TR-01": {
        "products": [{"product": "Bildskärm med docka KD-27U4", "countries": ["TW"]}],
    },
    "TR-04": {
        "contains": "yes",
        "materials": [
            {"material": "gold", "countries": ["CH"], "model": "segregated"},
            {"material": "cobalt", "countries": ["FI"], "model": "segregated"},
        ],
    },
    "CH-01": {"over_limit": "no"},
    "CH-05": {"rules": ["rohs"]},
}

_STADSMOBLER: Final[dict[str, Answer]] = {
    "TR-04": {
        "contains": "yes",
        "materials": [{"material": "wood", "countries": ["SE", "LV"], "model": "segregated"}],
    },
    "CH-01": {"over_limit": "no"},
}

_KAFFEGROSSEN: Final[dict[str, Answer]] = {
    "P3-01": {"caused": "no"},
    "P3-04": {"with": ["staff", "unions", "suppliers"]},
    "P4-04": {"plans": "yes"},
    "RD-01": {"known": "no"},
    "TR-04": {
        "contains": "yes",
        "materials": [
            {"material": "cocoa", "countries": ["GH"], "model": "segregated"},
            {"material": "coffee", "countries": ["HN", "BR"], "model": "segregated"},
            {"material": "palm_oil", "countries": ["MY"], "model": "segregated"},
        ],
    },
}

# By supplier and question.
ANSWERS: Final[Mapping[str, Mapping[str, Answer]]] = MappingProxyType(
    {
        "Lindmark Textil AB": MappingProxyType(_LINDMARK),
        "Nordhav Kemi AB": MappingProxyType(_NORDHAV),
        "Ljungby Medicinteknik AB": MappingProxyType(_LJUNGBY),
        "Elektroniklagret Norr AB": MappingProxyType(_ELEKTRONIKLAGRET),
        "Stadsmöbler i Tranås AB": MappingProxyType(_STADSMOBLER),
        "Kaffegrossen Sigtuna AB": MappingProxyType(_KAFFEGROSSEN),
    }
)

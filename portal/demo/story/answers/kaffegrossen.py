"""What Kaffegrossen Sigtuna answers beside what its own papers speak against."""

from typing import Final

Answer = dict[str, object]

ANSWERS: Final[dict[str, Answer]] = {
    "GEN-01": {"covers": ["some"], "named": "Kaffe och varma drycker 2025."},
    "GEN-02": {"roles": ["importer", "wholesaler"]},
    "GEN-03": {"employees": 46, "turnover": 268, "closed": "2025-12-31"},
    "GEN-04": {
        "name": "Hedda Rosterman",
        "function": "Inköpare",
        "email": "hedda@kaffegrossen.example",
    },
    "GEN-05": {"followed_up": "no"},
    "GEN-07": {"standard": "vsme"},
    "P1-01": {"areas": ["no_policy"]},
    "P1-08": {"instead": "cannot", "reason": "En policy ska beslutas vid årets sista möte."},
    "P1-09": {"name": "Hedda Rosterman", "function": "Inköpare, rapporterar till vd"},
    "P1-10": {"functions": ["purchasing"], "how": "Val av kooperativ och förädlare."},
    "P1-11": {"trained": "no"},
    "P2-01": {"identified": "yes"},
    "P2-02": {"grounds": ["country", "sector", "raw_material"]},
    "P2-03": {"risk": 4, "all": 11},
    "P2-04": {"depth": "raw_material"},
    "P2-05": {"analysis": "partly", "date": "2026-05-19"},
    "P2-06": {"covers": ["human_rights", "workers_rights", "supply_chain"]},
    "P2-07": {
        "risks": [
            {
                "risk": "Barnarbete vid skörd",
                "where": "Honduras, Västafrika",
                "likelihood": "high",
                "severity": "high",
            },
            {
                "risk": "Lön under minimilön",
                "where": "Honduras",
                "likelihood": "high",
                "severity": "medium",
            },
        ]
    },
    "P2-08": {"with": ["organisations"], "how": "Samtal med ett nätverk för kaffe i Honduras."},
    "P2-10": {"groups": ["children"], "how": "Skolgång följs upp vid varje skörd."},
    "P2-11": {"how_often": "two_years"},
    "P3-03": {"plans": "yes"},
    "P3-05": {
        "practices": ["price", "long_term"],
        "how": "Fast lägsta pris till kooperativet i tre år.",
    },
    "P4-01": {"instead": "cannot", "reason": "Gäller ännu bara nya avtal."},
    "P4-02": {"methods": ["audit", "certificate"]},
    "P4-03": {"share": 50},
    "P4-05": {"required": "partly"},
    "P4-06": {"can": "no"},
    "P4-07": {"initiatives": ["other"], "which": "Fairtrade"},
    "P5-01": {
        "methods": ["visit", "audit"],
        "how": "Åtgärdsplanen gås igenom med kooperativet två gånger om året.",
    },
    "P5-02": {"audits": 1, "unannounced": 0},
    "P5-03": {
        "deviations": [{"deviation": "Avtal saknas", "count": 22, "measure": "Ny avtalsmall"}],
        "in_time": 20,
    },
    "P5-04": {"private": "yes"},
    "P5-05": {"procedure": "Bristen förs in i åtgärdsplanen med frist och följs upp vid besök."},
    "P6-01": {"channel": "no"},
    "P7-01": {"procedure": "no"},
    "TR-01": {
        "products": [
            {"product": "Kaffe Mellan och Mörk", "countries": ["SE"]},
            {"product": "Automatchoklad", "countries": ["SE"]},
        ]
    },
    "TR-05": {"statement": "Saknas för kaffe Mörk och kakao. Leverantören har lovat dem i år."},
    "CH-01": {"over_limit": "unknown"},
    "CH-04": {"methods": ["none"]},
    "CH-05": {"rules": ["none"]},
}

# Where papers lie beside the questions they are made for.
PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "P1-09": ("atgardsplan_kaffe_kakao.pdf",),
    "P2-01": ("atgardsplan_kaffe_kakao.pdf",),
    "P2-04": ("ursprungsintyg_kakao.pdf",),
    "P2-05": ("atgardsplan_kaffe_kakao.pdf",),
    "P5-05": ("atgardsplan_kaffe_kakao.pdf",),
}

"""What Nordhav Kemi answers beside what its own papers speak against."""

from typing import Final

Answer = dict[str, object]

ANSWERS: Final[dict[str, Answer]] = {
    "GEN-01": {"covers": ["all"]},
    "GEN-02": {"roles": ["manufacturer"]},
    "GEN-03": {"employees": 38, "turnover": 96, "closed": "2026-04-30"},
    "GEN-04": {
        "name": "Sofia Tångring",
        "function": "Miljö- och kvalitetsansvarig",
        "email": "sofia@nordhavkemi.example",
    },
    "GEN-05": {"followed_up": "no"},
    "GEN-07": {"standard": "no_report"},
    "P1-01": {"areas": ["workers_rights", "environment", "business_ethics"]},
    "P1-03": {"revised": "2025-04-02"},
    "P1-05": {"initiative": "no"},
    "P1-06": {
        "instead": "cannot",
        "reason": "Policyn lämnas ut på begäran men är inte publicerad.",
    },
    "P1-07": {"ways": ["induction"], "languages": "Svenska."},
    "P1-08": {"instead": "cannot", "reason": "Styrelsen har inte tagit upp policyn ännu."},
    "P1-09": {"name": "Torbjörn Skagerlund", "function": "Vd"},
    "P1-10": {"functions": ["purchasing", "quality"], "how": "Val av råvaror och leverantörer."},
    "P1-11": {"trained": "no"},
    "P2-01": {"identified": "no"},
    "P2-04": {"depth": "not_mapped"},
    "P2-05": {"analysis": "no"},
    "P3-01": {"caused": "no"},
    "P3-03": {"plans": "no"},
    "P3-05": {"practices": ["long_term"], "how": "Avtal på tre år med leverantören av etanol."},
    "P4-07": {"initiatives": ["rspo"]},
    "P5-01": {"methods": ["none"]},
    "P5-05": {"instead": "cannot", "reason": "Rutinen skrivs under våren."},
    "P6-02": {"qualities": ["no_retaliation"]},
    "P6-03": {"complaints": 0},
    "P7-01": {"procedure": "no"},
    "RD-01": {"known": "no"},
    "TR-01": {
        "products": [
            {"product": "Handsprit 85", "countries": ["SE"]},
            {"product": "Tvål och kräm", "countries": ["SE"]},
        ]
    },
    "TR-05": {"statement": "Palmoljan är ett derivat som vår leverantör har deklarerat."},
    "CH-01": {"over_limit": "no"},
    "CH-04": {"methods": ["declarations"]},
    "CH-05": {"rules": ["biocides"]},
    "CH-06": {"sheets": "yes"},
}

# Where papers lie beside the questions they are made for.
PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "P1-09": ("hallbarhetspolicy.pdf",),
    "P6-01": ("hallbarhetspolicy.pdf",),
    "TR-04": ("hallbarhetspolicy.pdf",),
    "CH-01": ("SDS_handsprit.pdf",),
}

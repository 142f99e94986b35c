"""What Stadsmöbler i Tranås, a small firm, answers beside what its paper speaks against."""

from typing import Final

Answer = dict[str, object]

ANSWERS: Final[dict[str, Answer]] = {
    "GEN-01": {"covers": ["all"]},
    "GEN-02": {"roles": ["manufacturer"]},
    "GEN-03": {"employees": 19, "turnover": 31, "closed": "2025-08-31"},
    "GEN-04": {
        "name": "Gunnar Sommenius",
        "function": "Delägare",
        "email": "gunnar@stadsmobler.example",
    },
    "GEN-05": {"followed_up": "no"},
    "GEN-07": {"standard": "no_report"},
    "P1-01": {"areas": ["no_policy"]},
    "P1-08": {"instead": "not_applicable", "reason": "Bolaget har ingen extern styrelse."},
    "P1-09": {"instead": "cannot", "reason": "Ansvaret delas av de två ägarna."},
    "P1-10": {"functions": ["nobody"]},
    "P2-01": {"identified": "no"},
    "P2-04": {"depth": "not_mapped"},
    "P2-05": {"analysis": "no"},
    "P3-01": {"caused": "no"},
    "P3-03": {"plans": "no"},
    "P3-05": {"practices": ["nothing"]},
    "P4-07": {"initiatives": ["none"]},
    "P5-01": {"methods": ["none"]},
    "P5-05": {"instead": "cannot", "reason": "Det har inte behövts."},
    "P6-01": {"channel": "no"},
    "P7-01": {"procedure": "no"},
    "RD-01": {"known": "no"},
    "TR-01": {
        "products": [
            {"product": "Stol Tuva", "countries": ["SE"]},
            {"product": "Bord Fyrkant", "countries": ["SE"]},
            {"product": "Bänk Storm", "countries": ["SE"]},
        ]
    },
    "TR-05": {"statement": "Väntar på referensnummer från Faneria."},
    "CH-04": {"methods": ["declarations"]},
    "CH-05": {"rules": ["none"]},
}

# Where papers lie beside the questions they are made for.
PAPERS: Final[dict[str, tuple[str, ...]]] = {}

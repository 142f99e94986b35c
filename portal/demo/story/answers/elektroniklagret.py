"""What Elektroniklagret Norr answers, in English, beside what its papers speak against."""

from typing import Final

Answer = dict[str, object]

ANSWERS: Final[dict[str, Answer]] = {
    "GEN-01": {"covers": ["some"], "named": "Monitors and docking stations of our own brand."},
    "GEN-02": {"roles": ["brand_owner", "importer", "wholesaler"]},
    "GEN-03": {"employees": 87, "turnover": 512.7, "closed": "2026-06-30"},
    "GEN-04": {
        "name": "Owen Fairbrass",
        "function": "Head of compliance",
        "email": "owen@elektroniklagret.example",
    },
    "GEN-05": {"followed_up": "no"},
    "GEN-07": {"standard": "other"},
    "P1-01": {"areas": ["human_rights", "environment"]},
    "P1-02": {"adopted": "no"},
    "P1-03": {"revised": "2026-03-02"},
    "P1-04": {"chain": "partly"},
    "P1-05": {"initiative": "no"},
    "P1-06": {"address": "www.elektroniklagret.example/compliance"},
    "P1-07": {"ways": ["training", "intranet"], "languages": "Swedish and English."},
    "P1-08": {"instead": "cannot", "reason": "The board has not handled the matter since 2023."},
    "P1-09": {"instead": "cannot", "reason": "The role is vacant until January."},
    "P1-10": {"functions": ["purchasing", "quality"], "how": "Choice of makers and of materials."},
    "P1-11": {"trained": "yes", "how_often": "once"},
    "P2-01": {"identified": "partly"},
    "P2-02": {"grounds": ["country", "raw_material"]},
    "P2-03": {"risk": 6, "all": 38},
    "P2-04": {"depth": "component"},
    "P2-05": {"analysis": "no"},
    "P3-01": {"caused": "unknown"},
    "P3-03": {"plans": "no"},
    "P3-05": {"practices": ["forecast"], "how": "Rolling forecast of six months to the makers."},
    "P4-01": {"instead": "cannot", "reason": "Contracts are being collected from 38 suppliers."},
    "P4-02": {"methods": ["self_assessment"]},
    "P4-03": {"share": 17},
    "P4-04": {"plans": "no"},
    "P4-05": {"required": "partly"},
    "P4-06": {"can": "no"},
    "P4-07": {"initiatives": ["rba"]},
    "P5-01": {
        "methods": ["initiative"],
        "how": "Smelters are checked against the list of conformant smelters each spring.",
    },
    "P5-02": {"audits": 0},
    "P5-05": {"procedure": "A deviation is sent to the maker, who answers within 60 days."},
    "RD-01": {"known": "no"},
    "CH-04": {"methods": ["declarations"]},
}

# Where papers lie beside the questions they are made for.
PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "P1-01": ("conflict_minerals_2025.pdf",),
    "P2-01": ("conflict_minerals_2025.pdf",),
    "P2-04": ("conflict_minerals_2025.pdf",),
    "P5-01": ("conflict_minerals_2025.pdf",),
    "P5-05": ("grievance_procedure.pdf",),
}

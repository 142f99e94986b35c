"""What Lindmark Textil answers beside what its own papers speak against."""

from typing import Final

Answer = dict[str, object]

ANSWERS: Final[dict[str, Answer]] = {
    "GEN-01": {"covers": ["some"], "named": "Arbetskläder och personalkläder 2025, alla artiklar."},
    "GEN-02": {"roles": ["brand_owner", "importer"]},
    "GEN-03": {"employees": 64, "turnover": 182.4, "closed": "2025-12-31"},
    "GEN-04": {
        "name": "Björn Lindmark",
        "function": "Inköpschef",
        "email": "bjorn@lindmarktextil.example",
    },
    "GEN-05": {"followed_up": "no"},
    "GEN-07": {"standard": "vsme"},
    "P1-01": {"areas": ["human_rights", "workers_rights", "environment", "business_ethics"]},
    "P1-02": {"adopted": "yes", "date": "2023-03-14"},
    "P1-04": {"chain": "yes"},
    "P1-05": {"initiative": "no"},
    "P1-06": {"address": "www.lindmarktextil.example/uppforandekod"},
    "P1-07": {"ways": ["induction", "intranet", "union"], "languages": "Svenska och engelska."},
    "P1-08": {
        "decision": "Styrelsen valde bort ett väveri i Centralasien efter riskanalysen.",
        "date": "2025-10-22",
    },
    "P1-09": {"name": "Kerstin Lindmark-Ahl", "function": "Vd"},
    "P1-10": {
        "functions": ["purchasing", "design", "quality"],
        "how": "Inköp väljer fabriker, design väljer material, kvalitet följer upp intygen.",
    },
    "P1-11": {"trained": "yes", "how_often": "two_years"},
    "P2-01": {"identified": "yes"},
    "P2-02": {"grounds": ["country", "sector", "raw_material"]},
    "P2-03": {"risk": 2, "all": 9},
    "P2-04": {"depth": "tier_2"},
    "P2-05": {"analysis": "yes", "date": "2026-01-15"},
    "P2-06": {
        "covers": ["human_rights", "workers_rights", "environment", "supply_chain"],
    },
    "P2-07": {
        "risks": [
            {
                "risk": "Barnarbete vid bomullsskörd",
                "where": "Indien",
                "likelihood": "medium",
                "severity": "high",
            },
            {
                "risk": "Brister i brandskydd",
                "where": "Bangladesh",
                "likelihood": "medium",
                "severity": "high",
            },
            {
                "risk": "Utsläpp från färgning",
                "where": "Bangladesh",
                "likelihood": "medium",
                "severity": "medium",
            },
        ]
    },
    "P2-10": {
        "groups": ["women", "children"],
        "how": "Frågor om graviditet, amning och skolgång ingår i fabriksbesöken.",
    },
    "P2-11": {"how_often": "yearly", "triggers": "Ny fabrik eller nytt land."},
    "P3-03": {"plans": "partly"},
    "P3-04": {"with": ["staff", "suppliers"]},
    "P3-05": {
        "practices": ["lead_time", "forecast", "long_term"],
        "how": "Vi lägger prognos för tolv månader och ändrar inte order senare än åtta veckor.",
    },
    "P4-01": {"share": 100},
    "P4-02": {"methods": ["visit", "audit", "certificate"]},
    "P4-03": {"share": 100},
    "P4-04": {"plans": "yes"},
    "P4-05": {"required": "yes"},
    "P4-06": {"can": "partly"},
    "P4-07": {"initiatives": ["other"], "which": "Vi kräver SA8000 av fabriken i Vietnam."},
    "P5-01": {
        "methods": ["visit", "audit"],
        "how": "Den låsta nödutgången hos Minh Sao följdes upp på plats veckan efter.",
    },
    "P5-02": {"audits": 2, "unannounced": 0},
    "P5-03": {
        "deviations": [
            {"deviation": "Blockerad utrymningsväg", "count": 1, "measure": "Åtgärdad på plats"},
            {"deviation": "Övertid", "count": 2, "measure": "Ny produktionsplan"},
        ],
        "in_time": 67,
    },
    "P5-04": {"private": "yes"},
    "P5-05": {
        "procedure": "Fabriken svarar inom två veckor, plan inom fyra, återbesök inom ett halvår. "
        "Inköpschefen ansvarar."
    },
    "P6-01": {"channel": "yes"},
    "P6-03": {"complaints": 0},
    "P7-01": {"procedure": "partly"},
    "LAB-03": {"compared": "partly", "gap": 18},
    "CH-05": {"rules": ["none"]},
}

# Where papers lie beside the questions they are made for.
PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "P1-08": ("riskanalys_arbetsklader_2026.pdf",),
    "P1-09": ("uppforandekod_lindmark.pdf",),
    "P3-03": ("auditrapport_vinhphuc.pdf",),
    "P4-01": ("uppforandekod_lindmark.pdf",),
    "P4-04": ("auditrapport_vinhphuc.pdf",),
    "P4-06": ("uppforandekod_lindmark.pdf",),
    "P5-05": ("uppforandekod_lindmark.pdf",),
    "P6-01": ("uppforandekod_lindmark.pdf",),
}

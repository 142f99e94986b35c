"""What Ljungby Medicinteknik answers beside what its own papers speak against."""

from typing import Final

Answer = dict[str, object]

ANSWERS: Final[dict[str, Answer]] = {
    "GEN-01": {
        "covers": ["some"],
        "named": "Undersökningshandskar av nitril, LM-2001 och LM-2002.",
    },
    "GEN-02": {"roles": ["brand_owner", "importer"]},
    "GEN-03": {"employees": 112, "turnover": 341, "closed": "2025-12-31"},
    "GEN-04": {
        "name": "Fredrik Stenbrohult",
        "function": "Hållbarhetschef",
        "email": "fredrik@ljungbymedicin.example",
    },
    "GEN-05": {"followed_up": "yes"},
    "GEN-06": {
        "follow_ups": [
            {
                "buyer": "Upphandlingsbolaget Kustlandet",
                "date": "2025-02-11",
                "level": "basic",
                "outcome": "open",
            }
        ]
    },
    "GEN-07": {"standard": "other"},
    "P1-02": {"adopted": "yes", "date": "2024-11-19"},
    "P1-03": {"revised": "2024-11-19"},
    "P1-04": {"chain": "partly"},
    "P1-05": {"initiative": "no"},
    "P1-06": {"address": "www.ljungbymedicin.example/hallbarhet"},
    "P1-07": {
        "ways": ["induction", "training", "notice"],
        "languages": "Svenska, engelska, malajiska och bengali.",
    },
    "P1-08": {
        "instead": "cannot",
        "reason": "Protokollet innehåller affärshemligheter och lämnas inte ut.",
    },
    "P1-09": {"name": "Annika Rydaholm", "function": "Vice vd"},
    "P1-10": {
        "functions": ["purchasing", "quality", "logistics"],
        "how": "Inköp får inte lägga order hos en fabrik utan godkänd revision.",
    },
    "P1-11": {"trained": "yes", "how_often": "yearly"},
    "P2-01": {"identified": "yes"},
    "P2-02": {"grounds": ["country", "sector", "workforce"]},
    "P2-03": {"risk": 3, "all": 5},
    "P2-04": {"depth": "component"},
    "P2-05": {"analysis": "partly", "date": "2025-11-28"},
    "P2-06": {"covers": ["human_rights", "workers_rights", "supply_chain"]},
    "P2-07": {
        "risks": [
            {
                "risk": "Rekryteringsavgifter och skuldsättning",
                "where": "Malaysia",
                "likelihood": "high",
                "severity": "high",
            },
            {
                "risk": "Lång arbetstid",
                "where": "Malaysia",
                "likelihood": "high",
                "severity": "medium",
            },
        ]
    },
    "P2-08": {"with": ["not_possible"], "how": "Facket i fabriken är inte oberoende."},
    "P2-09": {"sources": "Rapporter från ILO och från organisationer för migrantarbetare."},
    "P2-10": {"groups": ["migrants"], "how": "Särskilda frågor om avgifter och pass i revisionen."},
    "P2-11": {"how_often": "yearly", "triggers": "Larm från fabrik eller organisation."},
    "P3-03": {"plans": "yes"},
    "P3-04": {"with": ["suppliers", "organisations"]},
    "P3-05": {
        "practices": ["price", "payment"],
        "how": "Vi har betalat ett högre pris för att fabriken ska kunna ersätta avgifter.",
    },
    "P4-01": {"share": 100},
    "P4-02": {"methods": ["self_assessment", "audit", "database"]},
    "P4-03": {"share": 67},
    "P4-04": {"plans": "yes"},
    "P4-05": {"required": "yes"},
    "P4-06": {"can": "yes"},
    "P4-07": {"initiatives": ["amfori"]},
    "P5-01": {
        "methods": ["audit", "indicators"],
        "how": "Andelen arbetare som har fått tillbaka sina avgifter följs varje kvartal.",
    },
    "P5-02": {"audits": 1, "unannounced": 0},
    "P5-04": {"private": "partly"},
    "P5-05": {
        "procedure": "Plan inom 30 dagar, uppföljning efter 90. Allvarliga fall går till vice vd."
    },
    "P6-01": {"channel": "yes"},
    "P6-03": {
        "complaints": 7,
        "from_chain": 6,
        "outcome": "Fem gällde boende och är avslutade, två gällde avgifter och utreds.",
    },
    "P7-01": {"procedure": "partly"},
    "RD-01": {"known": "no"},
    "TR-01": {
        "products": [
            {"product": "Undersökningshandske LM-2001", "countries": ["MY"]},
            {"product": "Undersökningshandske LM-2002", "countries": ["MY"]},
        ]
    },
    "TR-02": {
        "sites": [
            {
                "name": "Peraklin Gloves Sdn Bhd",
                "address": "Lot 88, Kamunting Baru, Perak",
                "country": ["MY"],
                "products": "LM-2001, LM-2002",
            }
        ]
    },
    "TR-03": {"instead": "cannot", "reason": "Fabriken lämnar inte ut var latexen köps."},
    "TR-04": {"contains": "no"},
    "LAB-02": {
        "methods": ["age_records", "payroll", "time_records"],
        "how": "Haldene Assurance granskar en gång om året.",
    },
    "LAB-03": {"compared": "partly", "gap": 31},
    "CH-04": {"methods": ["declarations", "tests"], "tests_a_year": 2},
    "CH-05": {"rules": ["none"]},
}

# Where papers lie beside the questions they are made for.
PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "GEN-06": ("BSCI_HA-25-3390.pdf",),
    "P1-02": ("PG-HR-004_code_of_conduct.pdf",),
    "P1-09": ("PG-HR-004_code_of_conduct.pdf",),
    "P2-01": ("BSCI_HA-25-3390.pdf",),
    "P2-04": ("BSCI_HA-25-3390.pdf",),
    "P2-05": ("BSCI_HA-25-3390.pdf",),
    "P3-03": ("BSCI_HA-25-3390.pdf",),
    "P4-04": ("BSCI_HA-25-3390.pdf",),
    "P4-06": ("PG-HR-004_code_of_conduct.pdf",),
    "P5-01": ("BSCI_HA-25-3390.pdf",),
    "P5-05": ("BSCI_HA-25-3390.pdf",),
    "P6-01": ("PG-HR-004_code_of_conduct.pdf",),
}

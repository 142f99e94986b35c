"""A safety data sheet in English for the print coating on Lindmark's workwear: it holds DEHP."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Block,
    Contradiction,
    DemoDocument,
    Fact,
    Fields,
    Grid,
    Heading,
    Paper,
    Points,
    Space,
    Text,
)
from .firms import HARROWFEN
from .pages import render

_DEHP_ROW: Final = (
    "Bis(2-ethylhexyl) phthalate (DEHP)",
    "117-81-7",
    "204-211-0",
    "15 - < 20",
    "Repr. 1B H360FD",
)

_FIRST: Final[tuple[Block, ...]] = (
    Heading("SECTION 1: Identification of the substance/mixture and of the company"),
    Fields(
        (
            ("1.1 Product identifier", "FlexPrint 410 Reflective Transfer Coating"),
            ("Product code", "FP-410-W, FP-410-S"),
            ("UFI", "X000-0N4Q-900T-0000"),
            (
                "1.2 Relevant identified uses",
                "Plastisol coating for heat transfer prints on textiles. Industrial use only.",
            ),
            ("Uses advised against", "Toys and childcare articles. Consumer use."),
            ("1.3 Supplier", "Harrowfen Coatings Ltd, Unit 9, Tarn Works, Harrowfen HF9 9ZZ"),
            ("Telephone", "+44 1632 960 217 (office hours)"),
            ("E-mail", "sds@harrowfen.example"),
            ("1.4 Emergency telephone", "+44 1632 960 299 (24 hours)"),
        )
    ),
    Heading("SECTION 2: Hazards identification"),
    Heading("2.1 Classification of the mixture, Regulation (EC) No 1272/2008", 3),
    Grid(
        (
            ("Hazard class", "Category", "Hazard statement"),
            ("Reproductive toxicity", "Repr. 1B", "H360FD"),
            ("Aspiration hazard", "Asp. Tox. 1", "H304"),
            ("Hazardous to the aquatic environment", "Aquatic Chronic 2", "H411"),
        ),
        (3, 2, 2),
    ),
    Heading("2.2 Label elements", 3),
    Fields(
        (
            ("Signal word", "Danger"),
            (
                "Hazard statements",
                (
                    "H360FD May damage fertility. May damage the unborn child. "
                    "H304 May be fatal if swallowed and enters airways. "
                    "H411 Toxic to aquatic life with long lasting effects."
                ),
            ),
            (
                "Precautionary statements",
                (
                    "P201 Obtain special instructions before use. P280 Wear protective gloves and "
                    "protective clothing. P308+P313 IF exposed or concerned: get medical advice."
                ),
            ),
            ("Supplemental", "Restricted to professional users."),
        )
    ),
    Heading("2.3 Other hazards", 3),
    Text(
        "The mixture contains a substance identified as having endocrine disrupting properties "
        "at a level of 0.1 % or higher."
    ),
    Heading("SECTION 3: Composition/information on ingredients"),
    Heading("3.2 Mixtures", 3),
    Text("Description: dispersion of polyvinyl chloride in plasticiser, with pigment."),
    Grid(
        (
            ("Chemical name", "CAS No.", "EC No.", "% w/w", "Classification (1272/2008)"),
            ("Polyvinyl chloride, homopolymer", "9002-86-2", "-", "40 - < 60", "Not classified"),
            _DEHP_ROW,
            ("Titanium dioxide", "13463-67-7", "236-675-5", "5 - < 10", "Not classified"),
            (
                "Solvent naphtha (petroleum), heavy arom.",
                "64742-94-5",
                "265-198-5",
                "5 - < 10",
                "Asp. Tox. 1 H304; Aquatic Chronic 2 H411",
            ),
            ("Dioctyltin dilaurate", "3648-18-8", "222-883-3", "0.1 - < 0.3", "Repr. 1B H360D"),
        ),
        (3.4, 1.3, 1.2, 1.2, 2.6),
    ),
    Text(
        "DEHP and dioctyltin dilaurate are on the Candidate List of substances of very high "
        "concern. The full text of the hazard statements is given in section 16."
    ),
    Heading("SECTION 4: First aid measures"),
    Fields(
        (
            ("Inhalation", "Move the person to fresh air. Seek medical advice if unwell."),
            ("Skin contact", "Remove soiled clothing. Wash with soap and plenty of water."),
            ("Eye contact", "Rinse with water for several minutes, lids held open."),
            ("Ingestion", "Do not induce vomiting. Call a doctor at once."),
        )
    ),
    Heading("SECTION 5: Firefighting measures"),
    Text(
        "Use foam, dry powder or carbon dioxide. Burning gives off hydrogen chloride and carbon "
        "monoxide. Wear self-contained breathing apparatus."
    ),
    Heading("SECTION 6: Accidental release measures"),
    Text(
        "Ventilate the area. Take up with sand or another inert absorbent and place in a closed "
        "container. Do not let the product reach drains or open water."
    ),
)

_SECOND: Final[tuple[Block, ...]] = (
    Heading("SECTION 7: Handling and storage"),
    Points(
        (
            "Use only where there is local exhaust ventilation.",
            "Pregnant or breastfeeding persons must not handle the product.",
            "Store between 10 and 30 °C in the closed original container.",
        )
    ),
    Heading("SECTION 8: Exposure controls/personal protection"),
    Heading("8.1 Control parameters", 3),
    Grid(
        (
            ("Substance", "Type", "Value", "Source"),
            ("DEHP", "Long-term, 8 h", "5 mg/m³", "EH40"),
            ("Titanium dioxide, respirable", "Long-term, 8 h", "4 mg/m³", "EH40"),
        ),
        (3, 2, 2, 2),
    ),
    Heading("8.2 Exposure controls", 3),
    Text("Gloves of nitrile rubber, at least 0.4 mm, breakthrough time above 480 minutes."),
    Heading("SECTION 9: Physical and chemical properties"),
    Grid(
        (
            ("Property", "Value"),
            ("Physical state", "Viscous liquid"),
            ("Colour", "White or silver"),
            ("Odour", "Faint, aromatic"),
            ("Flash point", "> 93 °C (closed cup)"),
            ("Relative density (20 °C)", "1.21"),
            ("Solubility in water", "Insoluble"),
            ("Viscosity, dynamic (25 °C)", "18 000 mPa·s"),
        ),
        (2, 3),
    ),
    Heading("SECTION 10: Stability and reactivity"),
    Fields(
        (
            ("10.1 Reactivity", "None known in normal use."),
            ("10.2 Chemical stability", "Stable when stored as described in section 7."),
            ("10.4 Conditions to avoid", "Heat above 200 °C. Direct sunlight."),
            ("10.5 Incompatible materials", "Strong oxidising agents, strong acids."),
            ("10.6 Decomposition products", "Hydrogen chloride, carbon oxides."),
        )
    ),
    Heading("SECTION 11: Toxicological information"),
    Text("LD50 oral, rat (DEHP): > 20 000 mg/kg. LC50 inhalation, rat (DEHP): > 10.6 mg/l, 4 h."),
    Grid(
        (
            ("Effect", "Conclusion for the mixture"),
            ("Acute toxicity", "Based on available data the criteria are not met"),
            ("Skin corrosion/irritation", "Based on available data the criteria are not met"),
            ("Sensitisation", "Based on available data the criteria are not met"),
            ("Reproductive toxicity", "Repr. 1B, by calculation"),
            ("Aspiration hazard", "Asp. Tox. 1, by viscosity and content"),
        ),
        (2, 4),
    ),
    Heading("SECTION 12: Ecological information"),
    Text("The solvent part is toxic to aquatic life and not readily biodegradable."),
    Heading("SECTION 13: Disposal considerations"),
    Text("European waste code 08 03 12*, waste ink containing hazardous substances."),
    Heading("SECTION 14: Transport information"),
    Text("UN 3082, environmentally hazardous substance, liquid, n.o.s., class 9, PG III."),
    Heading("SECTION 15: Regulatory information"),
    Grid(
        (
            ("Rule", "Statement for this mixture"),
            ("REACH, Candidate List", "Contains DEHP (EC 204-211-0), 15 - < 20 % w/w"),
            ("REACH, Annex XIV", "DEHP is listed as entry 4, sunset date 2015-02-21"),
            ("REACH, Annex XVII", "DEHP is restricted under entry 51 in articles"),
            ("Regulation (EU) 2019/1021", "No persistent organic pollutants are present"),
        ),
        (2, 4),
    ),
    Text("15.2 A chemical safety assessment has not been carried out for the mixture."),
    Heading("SECTION 16: Other information"),
    Text("H304 May be fatal if swallowed and enters airways."),
    Text("H360D May damage the unborn child. H360FD May damage fertility and the unborn child."),
    Text("H411 Toxic to aquatic life with long lasting effects."),
    Fields(
        (
            ("Replaces", "version 3.0 of 2022-10-04"),
            ("Changes", "Sections 2.3, 3.2 and 15.1"),
            ("Issued by", "Product safety, Harrowfen Coatings Ltd"),
        )
    ),
    Space(10),
    Text(
        "The information describes the product with regard to safety. It is no guarantee of "
        "properties. The user decides whether the product is fit for the use.",
        "small",
    ),
)

PAPER: Final = Paper(
    firm=HARROWFEN,
    language="en",
    title="FlexPrint 410 Reflective Transfer Coating",
    blocks=_FIRST + _SECOND,
    look="sheet",
    margin_notes=(
        "According to Regulation (EC) No 1907/2006, Annex II, as amended by (EU) 2020/878",
        "Version 4.1   Revision date 2025-02-17",
        "Harrowfen Coatings Ltd, FlexPrint 410",
    ),
)

DOCUMENT: Final = DemoDocument(
    name="SDS_FlexPrint_410.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.SDS,
    language="en",
    title=PAPER.title,
    questions=("CH-03", "CH-04"),
    expected=(
        Fact("CHEM.SUBSTANCE", "affirmed", " | ".join(_DEHP_ROW), 1),
        Fact("CHEM.SUBSTANCE", "affirmed", "Dioctyltin dilaurate | 3648-18-8", 1),
        Fact("CHEM.HAZARD", "affirmed", "Reproductive toxicity | Repr. 1B | H360FD", 1),
        Fact("CHEM.LIST", "affirmed", "DEHP is listed as entry 4", 3),
    ),
    contradictions=(
        Contradiction("CH-01", " | ".join(_DEHP_ROW), 1),
        Contradiction("CH-03", "DEHP is restricted under entry 51 in articles", 3),
    ),
    make=lambda: render(PAPER),
)

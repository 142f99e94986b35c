"""A safety data sheet in Swedish for Nordhav's hand disinfectant: a siloxane on the list."""

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
    Text,
)
from .firms import NORDHAV
from .pages import render

_D5_ROW: Final = (
    "Dekametylcyklopentasiloxan (D5)",
    "541-02-6",
    "208-764-9",
    "0,1-<0,3",
    "PBT/vPvB",
)

_FIRST: Final[tuple[Block, ...]] = (
    Heading("AVSNITT 1: Namnet på ämnet/blandningen och bolaget/företaget"),
    Fields(
        (
            ("1.1 Produktbeteckning", "Nordhav Handsprit 85 Extra"),
            ("Artikelnummer", "NK-8500 (500 ml), NK-8510 (5 l)"),
            ("UFI", "X000-W0CN-500H-0000"),
            (
                "1.2 Relevanta användningar",
                "Desinfektion av händer i vård, skola och storkök. Produkttyp 1.",
            ),
            ("Användning som det avråds från", "Ska inte användas på slemhinnor eller sår."),
            ("1.3 Leverantör", "Nordhav Kemi AB, Tångvägen 3, 432 99 Varberg"),
            ("Telefon", "031-390 06 40"),
            ("E-post", "sds@nordhavkemi.example"),
            ("1.4 Telefonnummer för nödsituationer", "112, begär Giftinformation"),
        )
    ),
    Heading("AVSNITT 2: Farliga egenskaper"),
    Heading("2.1 Klassificering enligt förordning (EG) nr 1272/2008", 3),
    Grid(
        (
            ("Faroklass", "Kategori", "Faroangivelse"),
            ("Brandfarliga vätskor", "Flam. Liq. 2", "H225"),
            ("Allvarlig ögonskada/ögonirritation", "Eye Irrit. 2", "H319"),
        ),
        (3, 2, 2),
    ),
    Heading("2.2 Märkningsuppgifter", 3),
    Fields(
        (
            ("Signalord", "Fara"),
            (
                "Faroangivelser",
                "H225 Mycket brandfarlig vätska och ånga. H319 Orsakar allvarlig ögonirritation.",
            ),
            (
                "Skyddsangivelser",
                (
                    "P102 Förvaras oåtkomligt för barn. P210 Får inte utsättas för värme, heta "
                    "ytor, gnistor eller öppna lågor. P305+P351+P338 VID KONTAKT MED ÖGONEN: "
                    "Skölj försiktigt med vatten i flera minuter."
                ),
            ),
        )
    ),
    Heading("2.3 Andra faror", 3),
    Text("Blandningen innehåller ett ämne som bedöms vara PBT och vPvB, se avsnitt 3."),
    Heading("AVSNITT 3: Sammansättning/information om beståndsdelar"),
    Heading("3.2 Blandningar", 3),
    Grid(
        (
            ("Ämne", "CAS-nr", "EG-nr", "Halt, vikt-%", "Klassificering"),
            ("Etanol", "64-17-5", "200-578-6", "75-<80", "Flam. Liq. 2 H225, Eye Irrit. 2 H319"),
            (
                "Propan-2-ol",
                "67-63-0",
                "200-661-7",
                "5-<10",
                "Flam. Liq. 2 H225, Eye Irrit. 2 H319, STOT SE 3 H336",
            ),
            ("Glycerol", "56-81-5", "200-289-5", "1-<3", "Ej klassificerad"),
            ("Butanon", "78-93-3", "201-159-0", "0,5-<1", "Flam. Liq. 2 H225, STOT SE 3 H336"),
            _D5_ROW,
        ),
        (2.8, 1.1, 1.2, 1.2, 3),
    ),
    Text("D5 är upptaget på kandidatförteckningen. Faroangivelserna står i klartext i avsnitt 16."),
    Heading("AVSNITT 4: Åtgärder vid första hjälpen"),
    Fields(
        (
            ("Inandning", "Frisk luft och vila. Kontakta läkare om besvär kvarstår."),
            ("Hudkontakt", "Ingen åtgärd vid avsedd användning."),
            ("Ögonkontakt", "Skölj genast med vatten i minst fem minuter."),
            ("Förtäring", "Drick ett par glas vatten. Framkalla inte kräkning."),
        )
    ),
    Heading("AVSNITT 5: Brandbekämpningsåtgärder"),
    Text(
        "Släck med pulver, koldioxid eller alkoholbeständigt skum. Ångorna är tyngre än luft. "
        "Kyl behållare i närheten med vatten."
    ),
    Heading("AVSNITT 6: Åtgärder vid oavsiktliga utsläpp"),
    Text(
        "Ta bort tändkällor. Sug upp med sand eller annat material som inte brinner. Små mängder "
        "kan spolas bort med mycket vatten."
    ),
)

_SECOND: Final[tuple[Block, ...]] = (
    Heading("AVSNITT 7: Hantering och lagring"),
    Points(
        (
            "Använd i väl ventilerade lokaler, åtskilt från tändkällor.",
            "Lagra svalt i tättsluten originalförpackning.",
            "Tillstånd kan krävas vid lagring av större mängder brandfarlig vara.",
        )
    ),
    Heading("AVSNITT 8: Begränsning av exponeringen/personligt skydd"),
    Heading("8.1 Kontrollparametrar", 3),
    Grid(
        (
            ("Ämne", "Nivågränsvärde", "Korttidsgränsvärde", "Källa"),
            ("Etanol", "500 ppm", "1 000 ppm (vägledande)", "Hygieniska gränsvärden"),
            ("Propan-2-ol", "150 ppm", "250 ppm (vägledande)", "Hygieniska gränsvärden"),
            ("Butanon", "50 ppm", "300 ppm", "Hygieniska gränsvärden"),
        ),
        (2, 2, 2.4, 2.4),
    ),
    Heading("8.2 Begränsning av exponeringen", 3),
    Text("Skyddsglasögon vid påfyllning ur dunk. Handskar behövs inte vid avsedd användning."),
    Heading("AVSNITT 9: Fysikaliska och kemiska egenskaper"),
    Grid(
        (
            ("Egenskap", "Värde"),
            ("Aggregationstillstånd", "Vätska, lättflytande gel"),
            ("Färg", "Färglös"),
            ("Lukt", "Alkohol"),
            ("Kokpunkt", "78 °C"),
            ("Flampunkt", "16 °C"),
            ("Relativ densitet", "0,84"),
            ("Löslighet i vatten", "Blandbar"),
        ),
        (2, 3),
    ),
    Heading("AVSNITT 10: Stabilitet och reaktivitet"),
    Fields(
        (
            ("Stabilitet", "Stabil vid normal användning och lagring."),
            ("Förhållanden som ska undvikas", "Värme, gnistor och öppen eld."),
            ("Oförenliga material", "Starka oxidationsmedel."),
        )
    ),
    Heading("AVSNITT 11: Toxikologisk information"),
    Text("Etanol: LD50 oralt, råtta 10 470 mg/kg. Propan-2-ol: LD50 oralt, råtta 5 840 mg/kg."),
    Text("Blandningen är inte klassificerad som hudsensibiliserande."),
    Heading("AVSNITT 12: Ekologisk information"),
    Text("Alkoholerna bryts lätt ned. D5 är långlivat och ansamlas i levande organismer."),
    Text("Dunk och flaska är gjorda av polyeten och återvinns som plast."),
    Heading("AVSNITT 13: Avfallshantering"),
    Text("EWC-kod 07 06 04*. Tomma flaskor lämnas till materialåtervinning."),
    Heading("AVSNITT 14: Transportinformation"),
    Text("UN 1987, ALKOHOLER, N.O.S. (etanol, propan-2-ol), klass 3, förpackningsgrupp II."),
    Heading("AVSNITT 15: Gällande föreskrifter"),
    Grid(
        (
            ("Regel", "Uppgift om blandningen"),
            ("Kandidatförteckningen", "Innehåller D5 (EG 208-764-9) över 0,1 viktprocent"),
            ("Biocidförordningen (EU) nr 528/2012", "Produkttyp 1, verksamt ämne etanol"),
            ("Reach, bilaga XVII", "D5 omfattas av post 70"),
            ("Reach, bilaga XIV", "Inget ämne i blandningen är upptaget"),
        ),
        (2.4, 4),
    ),
    Heading("AVSNITT 16: Annan information"),
    Text("H225 Mycket brandfarlig vätska och ånga. H319 Orsakar allvarlig ögonirritation."),
    Text("H336 Kan göra att man blir dåsig eller omtöcknad."),
    Fields(
        (
            ("Ersätter", "version 2.1, 2023-05-30"),
            ("Ändringar", "Avsnitt 2.3, 3.2, 12 och 15"),
            ("Utfärdat av", "Produktsäkerhet, Nordhav Kemi AB"),
        )
    ),
)

PAPER: Final = Paper(
    firm=NORDHAV,
    language="sv",
    title="Nordhav Handsprit 85 Extra",
    blocks=_FIRST + _SECOND,
    look="sheet",
    margin_notes=(
        "Enligt förordning (EG) nr 1907/2006, bilaga II, ändrad genom (EU) 2020/878",
        "Version 3.0   Omarbetad 2025-11-12",
        "Nordhav Handsprit 85 Extra, NK-8500, NK-8510",
    ),
)

DOCUMENT: Final = DemoDocument(
    name="SDS_handsprit.pdf",
    supplier="Nordhav Kemi AB",
    kind=DocumentKind.SDS,
    language="sv",
    title=PAPER.title,
    questions=("CH-06", "CH-03", "CH-05"),
    expected=(
        Fact("CHEM.SUBSTANCE", "affirmed", " | ".join(_D5_ROW), 1),
        Fact("CHEM.SUBSTANCE", "affirmed", "Etanol | 64-17-5 | 200-578-6 | 75-<80", 1),
        Fact("CHEM.HAZARD", "affirmed", "Brandfarliga vätskor | Flam. Liq. 2 | H225", 1),
        Fact("CHEM.LIST", "affirmed", "Innehåller D5 (EG 208-764-9) över 0,1 viktprocent", 3),
    ),
    contradictions=(
        Contradiction("CH-03", " | ".join(_D5_ROW), 1),
        Contradiction("CH-03", "D5 omfattas av post 70", 3),
    ),
    make=lambda: render(PAPER),
)

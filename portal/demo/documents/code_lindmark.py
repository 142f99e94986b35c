"""Lindmark's code of conduct in Swedish: sound in most, silent on recruitment fees."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Contradiction,
    DemoDocument,
    Fact,
    Grid,
    Heading,
    Paper,
    Points,
    Signature,
    Text,
)
from .firms import LINDMARK
from .pages import render

PAPER: Final = Paper(
    firm=LINDMARK,
    language="sv",
    title="Uppförandekod för leverantörer",
    margin_notes=("Uppförandekod för leverantörer", "Version 5", "Beslutad 2023-03-14"),
    blocks=(
        Heading("Uppförandekod för leverantörer"),
        Text(
            "Koden gäller alla som tillverkar för Lindmark Textil AB och deras underleverantörer, "
            "hela vägen till väveri och färgeri. Den bygger på ILO:s kärnkonventioner, FN:s "
            "vägledande principer för företag och mänskliga rättigheter samt FN:s barnkonvention, "
            "artikel 32. Leverantören ansvarar för att koden är känd på arbetsplatsen."
        ),
        Heading("1. Tvångsarbete", 2),
        Text("Allt arbete ska vara frivilligt. Leverantören får inte:"),
        Points(
            (
                "ta hand om arbetstagares pass eller andra identitetshandlingar",
                "kräva deposition vid anställning",
                "hindra någon från att lämna arbetsplatsen efter arbetstidens slut",
                "använda fängelsearbete",
            )
        ),
        Heading("2. Barnarbete och unga arbetstagare", 2),
        Text(
            "Ingen under 15 år får anställas. Är skolplikten längre gäller den åldern. "
            "Arbetstagare under 18 år får inte arbeta på natten eller med farliga moment. Ålder "
            "ska kontrolleras mot identitetshandling före anställning."
        ),
        Heading("3. Föreningsfrihet", 2),
        Text(
            "Arbetstagarna har rätt att bilda och gå med i fackförening och att förhandla "
            "kollektivt. Där lagen begränsar rätten ska leverantören underlätta andra former av "
            "företrädare."
        ),
        Heading("4. Lön", 2),
        Text(
            "Lönen ska minst motsvara den lagstadgade minimilönen och betalas i tid. Avdrag som "
            "disciplinåtgärd är förbjudna. Vi strävar efter att lönen ska gå att leva på."
        ),
        Heading("5. Arbetstid", 2),
        Text(
            "Ordinarie arbetstid får vara högst 48 timmar i veckan. Övertid ska vara frivillig "
            "och får inte överstiga 12 timmar i veckan. Varje arbetstagare ska ha minst en ledig "
            "dag av sju."
        ),
        Heading("6. Diskriminering och trakasserier", 2),
        Text(
            "Ingen får missgynnas på grund av kön, ålder, ursprung, religion, "
            "funktionsnedsättning, sexuell läggning, facklig tillhörighet eller graviditet. "
            "Graviditetstest får inte krävas."
        ),
        Heading("7. Hälsa och säkerhet", 2),
        Text(
            "Utrymningsvägar ska vara fria och olåsta under arbetstid. Brandövning hålls minst en "
            "gång om året. Skyddsutrustning ska vara kostnadsfri för arbetstagaren."
        ),
        Heading("8. Miljö och kemikalier", 2),
        Text(
            "Leverantören ska följa vår kemikalielista LT-K7 och ha tillstånd för utsläpp till "
            "luft och vatten. Slam och kemikalierester lämnas till godkänd mottagare."
        ),
        Heading("9. Affärsetik", 2),
        Text("Mutor, smörjpengar och förfalskade handlingar är aldrig tillåtna."),
        Heading("10. Klagomål", 2),
        Text(
            "Leverantören ska ha en kanal där arbetstagare kan klaga anonymt på sitt eget språk. "
            "Ingen får bestraffas för ett klagomål."
        ),
        Heading("11. Underleverantörer", 2),
        Text(
            "Arbete får inte läggas ut på underleverantör utan vårt skriftliga godkännande. "
            "Hemarbete är inte tillåtet."
        ),
        Heading("12. Uppföljning", 2),
        Text(
            "Vi eller den vi utser får besöka arbetsplatsen, också oanmält. Brister ska åtgärdas "
            "enligt tabellen."
        ),
        Grid(
            (
                ("Brist", "Exempel", "Tid för åtgärd"),
                (
                    "Allvarlig",
                    "Tvångsarbete, barnarbete, fara för liv",
                    "Genast, rapport inom 5 dagar",
                ),
                ("Större", "För lång arbetstid, för låg lön", "60 dagar"),
                ("Mindre", "Brist i dokumentation", "120 dagar"),
            ),
            (1.2, 3, 2),
        ),
        Signature("Borås den 14 mars 2023", "Margareta Lindmark-Ek", "Verkställande direktör"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="uppforandekod_lindmark.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.CODE_OF_CONDUCT,
    language="sv",
    title=PAPER.title,
    questions=("P1-01", "P1-02", "P1-03", "P1-04"),
    expected=(
        Fact("LAB.FORCED", "required", "Allt arbete ska vara frivilligt", 1),
        Fact(
            "LAB.FORCED",
            "required",
            "ta hand om arbetstagares pass eller andra identitetshandlingar",
            1,
        ),
        Fact("LAB.CHILD", "required", "Ingen under 15 år får anställas", 1),
        Fact("LAB.HOURS", "required", "Ordinarie arbetstid får vara högst 48 timmar i veckan", 1),
        Fact("LAB.SAFETY", "required", "Utrymningsvägar ska vara fria och olåsta", 1),
    ),
    contradictions=(
        # Adopted in March 2023: older than the 24 months that a governing document may be.
        Contradiction("P1-03", "Beslutad 2023-03-14", 1),
    ),
    make=lambda: render(PAPER),
)

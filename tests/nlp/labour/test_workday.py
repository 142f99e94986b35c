"""A working day in its own words: what is worn, lifted, signed, paid first, answered by whom."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_told

FACTS = [
    ("Lastarna går barfota i torkrummet.\n", "LAB.SAFETY affirmed risk"),
    ("The loaders work barefoot in the drying room.\n", "LAB.SAFETY affirmed risk"),
    ("Ingen av gjutarna hade visir.\n", "LAB.SAFETY denied risk"),
    ("None of the grinders had a visor.\n", "LAB.SAFETY denied risk"),
    ("Verkstaden våtslipar sedan i våras.\n", "LAB.SAFETY affirmed support"),
    ("Blocks are still sawn dry.\n", "LAB.SAFETY affirmed risk"),
    ("Arbetsinspektionen stoppade bandsågen.\n", "LAB.SAFETY affirmed risk"),
    ("A factory inspector issued an improvement notice.\n", "LAB.SAFETY affirmed risk"),
    ("Packarna bär balar på 40 kilo på ryggen.\n", "LAB.SAFETY affirmed risk"),
    ("Packers carry 40 kg bales on their backs.\n", "LAB.SAFETY affirmed risk"),
    ("I gjuteriet är det 45 grader i juli.\n", "LAB.SAFETY affirmed risk"),
    ("Latrinerna i lägret är för få.\n", "LAB.SAFETY affirmed risk"),
    ("Vattnet i barackerna går inte att dricka.\n", "LAB.SAFETY denied risk"),
    ("Tre svetsare fick silikos.\n", "LAB.SAFETY affirmed risk"),
    ("Drivremmarna och kugghjulen går oskyddade.\n", "LAB.SAFETY affirmed risk"),
    ("The drive belts of the looms are unguarded.\n", "LAB.SAFETY affirmed risk"),
    ("En vägg i stenbrottet rasade.\n", "LAB.SAFETY affirmed risk"),
    ("Syran står i öppna kar.\n", "LAB.SAFETY affirmed risk"),
    ("Lokföraravdelningen omfattas av branschens avtal.\n", "LAB.UNION affirmed support"),
    ("The cleaners work under a sector agreement.\n", "LAB.UNION affirmed support"),
    ("Fack är förbjudet i frizonen.\n", "LAB.UNION affirmed"),
    ("Valda ombud har tillträde till fabriken.\n", "LAB.UNION affirmed support"),
    ("The women choose their own delegates for the committee.\n", "LAB.UNION affirmed support"),
    ("Klagomålen tas emot av en fristående jurist på en advokatbyrå.\n", "LAB.GRIEVANCE affirmed"),
    ("The hotline is staffed by an outside body.\n", "LAB.GRIEVANCE affirmed support"),
    ("Plockarna vet inte vart de ska vända sig.\n", "LAB.GRIEVANCE"),
    ("Those who complained about the foreman were moved to nights.\n", "LAB.GRIEVANCE affirmed"),
    ("Grannar kan inte nå linjen.\n", "LAB.GRIEVANCE denied risk"),
    ("En vakt följer med när kvinnorna går till affären.\n", "LAB.FORCED affirmed risk"),
    ("Guards accompany the girls when they go to town.\n", "LAB.FORCED affirmed risk"),
    ("Skuldband förekommer i tegelbruken.\n", "LAB.FORCED affirmed risk"),
    ("Arbetskraftsöverföringar tas inte emot.\n", "LAB.FORCED denied support"),
    ("Ingen stickerska har fått betala visum och flyg.\n", "LAB.FEES denied support"),
    ("The ticket was taken from their first month.\n", "LAB.FEES affirmed risk"),
    ("Den som reser för arbetets skull ska inte betala för det.\n", "LAB.FEES required support"),
    ("Säsongsfolket rekryteras per sms.\n", "LAB.CONTRACT affirmed risk"),
    ("Temporary pickers are taken on over the phone.\n", "LAB.CONTRACT affirmed risk"),
    ("Alla skriver under innan första passet.\n", "LAB.CONTRACT affirmed support"),
    ("Inga underentreprenörer anlitas i sömnaden.\n", "LAB.CONTRACT denied support"),
    ("Kragarna broderas i en verkstad som vi inte kände till.\n", "LAB.CONTRACT affirmed risk"),
    ("Skalarna får betalt först när räkan är såld.\n", "LAB.WAGE affirmed risk"),
    ("Pickers are paid only when the berries have been sold.\n", "LAB.WAGE affirmed risk"),
    ("Lönen betalas inte i kuponger.\n", "LAB.WAGE denied support"),
    ("Vilojournaler saknas för båda fartygen.\n", "LAB.HOURS denied risk"),
    ("Rederiet anställer ingen före 18.\n", "LAB.CHILD denied support"),
    ("Cobalt dug by children may not be bought.\n", "LAB.CHILD required support"),
    ("Befordran sker efter förmåga.\n", "LAB.DISCRIMINATION affirmed support"),
]


@pytest.mark.parametrize(("sentence", "told"), FACTS)
def test_a_fact_of_the_working_day_is_flagged(sentence: str, told: str) -> None:
    assert any(" ".join(one).startswith(told) for one in all_told(sentence))


SILENT = [
    "Sandaler i mocka med spänne, storlek 36 till 41.\n",
    "Slippapper för våtslipning av sten, korn 400.\n",
    "Sandpaper for wet grinding of stone slabs.\n",
    "Datahallen hålls vid 22 grader på sommaren.\n",
    "The server hall stays at 22 degrees in summer.\n",
    "Toalettpapper i tre lager, en rulle per förpackning.\n",
    "Toilet paper in three plies, clean and soft.\n",
    "Den yttre kåpan är oskyddad mot rost.\n",
    "The cover of the phone can be taken off with a tool.\n",
    "Priserna på takpannor sjönk, och taket för rabatten höjdes.\n",
    "Felanmälningar besvaras av ett externt bolag.\n",
    "Bookings for the hall are handled by an outside firm.\n",
    "Väskan har ett fack för nycklar.\n",
    "Ramavtalet omfattar tre leverantörer.\n",
    "Leverantören undertecknar avtalet innan första leveransen.\n",
    "The supplier signs the code before the first delivery.\n",
    "Truckarna går på HVO och laddas på natten.\n",
    "The drums are stored in an open yard.\n",
    "Kunden får varan först när fakturan är betald.\n",
    "Vattnet från reningsverket släpps i ån.\n",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_goods_help_desks_and_plants_are_no_fact_of_work(sentence: str) -> None:
    assert not [one for one in all_told(sentence) if one[0].startswith("LAB.")]

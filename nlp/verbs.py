"""Verbs that tell a line of words from a title, whether or not a full stop ends it.

Only forms that no heading is made of: a noun of the same letters ("reports", "kontroller"), or a
participle that heads a section ("Risks identified", "Anställda"), is left out.
"""

from __future__ import annotations

import re

_SWEDISH = """
 accepterade accepterar accepteras anlitade anlitar anlitas anställer anställs ansvarade ansvarar
 ansåg använde använder användes används arbetade avled avråder avskedade avskedades avslutades
 avstår bedriver bedrivs bedömde bedömdes bedömer bedöms befinner begränsar begränsas begär
 begärde behandlades behandlar behandlas behåller behöll behövde behöver bekräftade bekräftar
 berättade beskriver beskrivs besökte betalade betalades betalar betalas bevarar bistår blev blir
 blockerade blockerades bodde borde bryter bröt byggdes bygger byggs bör började börjar deltar
 deltog diskriminerar drabbades drabbar dras drev drivs efterlever efterlevs erbjuder erbjuds
 erbjöd erhåller erhöll erkänner ersatte ersattes ersätter ersätts fanns fattades fattas fick
 finns fungerade fungerar får följde följdes följer följs förbehåller förbinder förbjuder förbjuds
 förbjöd förde förekom förekommer föreligger förlorade försäkrar förvarade förvarades förvarar
 förvaras förväntar förväntas garanterar garanteras gav genomför genomförde genomfördes genomförs
 genomgick genomgår ger ges gick gjorde gjordes gjuts godkänner godkänns grundar gynnar gällde
 gäller gör görs hade hanterades hanterar hanteras har hindrade hindrar hindras hjälper hyr hyrs
 hämtas hänvisar härrör härstammar håller hålls höll hölls identifierade identifierades
 informerades informerar informeras ingick ingår inleddes innebär innehåller innehöll
 inrapporterades inträffade inträffar intygar jobbade jobbar klagade klarade kom kommer
 konstaterade konstaterades kontrollerade kontrollerades kontrollerar kontrolleras krävde kräver
 krävs kunde köper köps köpte köptes lades lagras ledde leder levde levererades levereras ligger
 läggs lämnade lämnades lämnas låg låstes meddelade monteras mottog märks måste möter nekades
 nekas nådde når odlas ombads omfattar omfattas organiserar packas pågick pågår påstår påträffades
 påträffas rapporterades rapporteras rekryterar rekryteras respekterar respekteras rådde råder
 sades saknade saknades saknas satt sattes ser sitter ska skall skedde sker skickades skickas
 skrivs skulle skyddar skyddas smides sover spinns stickas stod strider strävar står sydde syr sys
 säger sägs säkerställer säkerställs säljer säljs sålde såldes tas tecknade tecknades
 tillhandahåller tillhandahålls tillhandahöll tillverkades tillverkas tillåter tillåts tjänade
 tjänar tog togs tolererar tolereras trakasserar transporteras tränas tvingade tvingades tvingar
 tvingas tvättas tyder täcker underskred underskrider understeg understiger undertecknas uppfyllde
 uppfyller uppfylls uppgav uppgavs uppger uppgick uppgår upphörde upplever upprätthåller uppstår
 upptäckte upptäcktes utbildades utbildas utför utfördes utförs utgjorde utgör utgörs utnyttjar
 utnyttjas utses uttryckte utvinns valdes valts var verkar vet visade visar visste vägrade
 vägrades vägrar väljer väljs vävs ägde äger är äter åtar åtgärdades åtgärdas åtog överskred
 överskrider översteg överstiger
"""

_ENGLISH = """
 accepts adheres admitted agrees allows appeared applies are arrived asked assumes avoids bears
 became becomes began begins believes belongs borrows broke came cannot commits complained
 complies conducts confirmed confirms confiscates consists contains continued continues could
 declares declined deducts denied denies depends did died discriminates does employs enables
 encountered encourages ensures exceeded exceeds exists expects explained failed fails fell
 follows forbade forbids found fulfills fulfils gave gets gives goes got grew grows guarantees had
 happened happens harasses has have heard helps hires ignores includes indicated indicates
 informed informs insists interfered interferes intimidates involves is keeps knew knows lacked
 lacks learned lived maintains makes meets missed must neither occurred occurs operates originates
 owes owns participates pays perform possesses prefers prevents prohibits promotes proved provides
 publishes pursues ran reaches receives recognises recognizes refrains refused refuses reimburses
 rejects relies remained remains repays replied requires resides resigned retains said says seeks
 seemed seems sells serves shall showed shows sleeps slept spoke stated stood strives struck
 suffered takes tells threatened threatens told tolerates took undergoes undertakes undertook
 underwent verifies violates wants was wears went were withholds wrote
"""

_FINITE = frozenset((_SWEDISH + _ENGLISH).split())
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3  # words; a verb among fewer is a label's: "Contains", "Is made of"


def tells(line: str) -> bool:
    """Is a verb among the words of a line in lower case that makes a sentence of it?"""
    words = _WORD.findall(line)
    return len(words) >= _FEWEST and not _FINITE.isdisjoint(words)

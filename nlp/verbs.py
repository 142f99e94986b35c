"""Verbs: what tells a clause from a title, and a sentence from a label, in both languages."""

from __future__ import annotations

import re

# The finite verbs that are commonest in what suppliers write; enough to tell a clause from a title.
VERBS = (
    r"(?:är|var|har|hade|ska|skall|får|fick|kan|kunde|saknar|saknas|saknade|saknades|finns|fanns"
    r"|kördes|betalas|betalar|betalade|gäller|görs|sker|tillverkas|säljs|fungerar|ingår|innehåller"
    r"|läggs|kommer|kontrollerar|visade|såg|delas|delades|hölls|används|förekommer|måste|bör|ligger"
    r"|fattas|fattades|heter|sitter|står|hänger|består|arbetar|arbetade|tar|ger|uppgår|is|are|was|were|has|have|had|shall|must|may|can|could"
    r"|does|do|did|holds?|held|contains?|works?|worked|paid|pays?|found|handled|exceed\w*|will"
    r"|should|lacks?|lacked|comes?|came|showed|receives?|received|meets?|takes?|took|gave|keeps?"
    r"|kept|uses?|used|reported|earns?|said|states?|\w{3,}(?:eras|ades|rats|ldes|ndes))"
)
_VERB = re.compile(rf"\b{VERBS}\b")


def has_verb(lower: str, start: int, end: int) -> bool:
    """Is one of the commonest finite verbs in lower[start:end]?"""
    return bool(_VERB.search(lower, start, end))


# Words that are a predicate by their ending, or are verbs of trade and of the shop floor; titles
# are cut off from sentences by them, so that a noun may be among them ("need") but no label.
_PREDICATE = re.compile(
    r"(?<=[a-zåäö] )(?!(?:forced|bonded|related|limited)\b)\w{3,}ed\b"
    r"|\b(?:\w{3,}(?:ades?|ats|rats|eras|ades|ldes|ndes|ttes)"
    r"|sys|köps?|säljs|görs|odlas|vävs|spinns|stickas|färgas|hålls|hölls|bryts|plockas|fås|nås|sägs"
    r"|läggs|lades|dras|drogs|följer|följs|vet|vill|står|stod|går|gick|blev|blir|ger|når|bor|lever"
    r"|anlitar|hyr|köper|säljer|tillåter|kräver|följde|brukar|omfattar|avser|bedömer|använder"
    r"|betalade|erbjuder|klagade|räcker|uteblev|översteg|överstiger|understiger|begär|uppgav|uppger|kallar|upphör\w*|\w{4,}(?:eras?|erar|slås)"
    r"|sewn|made|woven|spun|grown|bought|sold|sent|kept|held|put|cut|lost|hurt|built|paid|broke"
    r"|buys?|sells?|makes?|meets?|follows?|covers?|bears?|allows?|offers?|requires?|provides?"
    r"|prevents?|elects?|visits?|lives?|sleeps?|speaks?|knows?|knew|wants?|needs?|goes|went|gets?"
    r"|got|stands?|stood|leaves?|sends?|cannot|ensures?|applies|apply|employs?|hires?|retains?"
    r"|deducts?|exceeds?|remains?|conforms?|originates?|occurs?|exists?|begins?|shows?|wears?"
    r"|live|know|bargains?|earn|reads?"
    r"|uppfyll(?:er|de|s)|klara(?:r|de)|efterlev(?:er|s)|strider|bryter|ligger|satisf(?:y|ies)"
    r"|complies|comply|passes|fails?|violates?)\b"
)


def has_predicate(lower: str, start: int, end: int) -> bool:
    """Is anything in lower[start:end] that could be a verb? Wider than `has_verb`."""
    told = has_verb(lower, start, end) or _PREDICATE.search(lower, start, end)
    return bool(told) or tells(lower[start:end])


# Forms that no heading is made of: a noun of the same letters ("reports", "kontroller"), or a
# participle that heads a section ("Risks identified", "Anställda"), is left out, and what
# `VERBS` has.
_SWEDISH = """
 accepterade accepterar anlitade anlitar anlitas anställer anställs ansvarade ansvarar ansåg
 använde använder avled avråder avskedade avstår bedriver bedrivs bedömde bedömdes bedömer bedöms
 befinner begränsar begränsas begär begärde behandlar behandlas behåller behöll behövde behöver
 bekräftade bekräftar berättade beskriver beskrivs besökte bevarar bistår blev blir blockerade
 bodde borde bryter bröt byggdes bygger byggs började börjar deltar deltog diskriminerar drabbar
 dras drev drivs efterlever efterlevs erbjuder erbjuds erbjöd erhåller erhöll erkänner ersatte
 ersattes ersätter ersätts fungerade följde följdes följer följs förbehåller förbinder förbjuder
 förbjuds förbjöd förde förekom föreligger förlorade försäkrar förvarade förvarar förvaras
 förväntar förväntas garanterar gav genomför genomförde genomfördes genomförs genomgick genomgår
 ges gick gjorde gjordes gjuts godkänner godkänns grundar gynnar gällde gör hanterar hindrade
 hindrar hindras hjälper hyr hyrs hämtas hänvisar härrör härstammar håller hålls höll
 identifierade informerar ingick inleddes innebär innehöll inträffade inträffar intygar jobbade
 jobbar klagade klarade kom konstaterade kontrollerade krävde kräver krävs köper köps köpte köptes
 lades lagras ledde leder levde lämnade lämnas låg låstes meddelade mottog märks möter nekas nådde
 når odlas ombads omfattar omfattas organiserar packas pågick pågår påstår påträffas rekryterar
 respekterar rådde råder sades satt sattes ser skedde skickas skrivs skulle skyddar skyddas smides
 sover spinns stickas stod strider strävar sydde syr sys säger sägs säkerställer säkerställs
 säljer sålde såldes tas tecknade tillhandahåller tillhandahålls tillhandahöll tillåter tillåts
 tjänade tjänar tog togs tolererar trakasserar tränas tvingade tvingar tvingas tvättas tyder
 täcker underskred underskrider understeg understiger undertecknas uppfyllde uppfyller uppfylls
 uppgav uppgavs uppger uppgick upphörde upplever upprätthåller uppstår upptäckte upptäcktes
 utbildas utför utfördes utförs utgjorde utgör utgörs utnyttjar utnyttjas utses uttryckte utvinns
 valdes valts verkar vet visar visste vägrade vägrar väljer väljs vävs ägde äger äter åtar
 åtgärdas åtog överskred överskrider översteg överstiger
"""

_ENGLISH = """
 accepts adheres admitted agrees allows appeared applies arrived asked assumes avoids bears became
 becomes began begins believes belongs borrows broke cannot commits complained complies conducts
 confirmed confirms confiscates consists continued continues declares declined deducts denied
 denies depends died discriminates employs enables encountered encourages ensures exists expects
 explained failed fails fell follows forbade forbids fulfills fulfils gets gives goes got grew
 grows guarantees happened happens harasses heard helps hires ignores includes indicated indicates
 informed informs insists interfered interferes intimidates involves knew knows learned lived
 maintains makes missed neither occurred occurs operates originates owes owns participates perform
 possesses prefers prevents prohibits promotes proved provides publishes pursues ran reaches
 recognises recognizes refrains refused refuses reimburses rejects relies remained remains repays
 replied requires resides resigned retains says seeks seemed seems sells serves shows sleeps slept
 spoke stated stood strives struck suffered tells threatened threatens told tolerates undergoes
 undertakes undertook underwent verifies violates wants wears went withholds wrote
"""

_FINITE = frozenset((_SWEDISH + _ENGLISH).split())
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3  # words; a verb among fewer is a label's: "Contains", "Is made of"


def tells(line: str) -> bool:
    """Is a verb among the words of a line in lower case that makes a sentence of it?"""
    words = _WORD.findall(line)
    return len(words) >= _FEWEST and not _FINITE.isdisjoint(words)

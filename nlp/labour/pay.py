"""What a clause says is paid: a sum, its currency, for how long; and the floor it is held to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.passages import Passage

CURRENCY = "currency"  # the manner of the words of currencies in the packs
# Signs are no words that the packs could hold. One of several countries stays as it is written.
_SIGN = re.compile(r"(?:us|nt|hk|au|a|c|s|r)?\$|[€£¥₹฿₫₱₺₦]")
_SIGNS = {
    "us$": "USD", "nt$": "TWD", "hk$": "HKD", "a$": "AUD", "au$": "AUD", "c$": "CAD",
    "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "₹": "INR", "฿": "THB", "₫": "VND",
    "₱": "PHP", "₺": "TRY", "₦": "NGN",
}  # fmt: skip
_NUMBER = (
    r"(?:\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:[.,]\d{1,2})?)"
)
_SUM = rf"(?P<low>{_NUMBER})(?: ?(?:-|to|till|and|och) ?(?P<high>{_NUMBER}))?"
_BEFORE = re.compile(rf"(?<![\w.,]){_SUM} ?$")
_BEHIND = re.compile(rf" ?{_SUM}(?![\w]|[.,]\d)")
_REACH = 40  # characters before a currency in which its sum stands
_EACH = r"(?: ?/ ?| (?:per|an?|each|every|i|om|varje|för) )"
_PER = {
    "hour": r"h|hr|hours?|tim|timme|timmen",
    "day": r"days?|dag|dagen|shift|skift",
    "week": r"weeks?|vecka|veckan",
    "month": r"months?|mån|månad|månaden",
    "year": r"years?|annum|år|året",
    "piece": r"piece|pair|garment|plagg|styck|st|par",
    "kg": r"kg|kilo|kilogram",
}
_RATE = re.compile(
    rf"{_EACH}(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _PER.items())})\b"
    r"| (?:(?P<hour_>hourly|timvis)|(?P<day_>daily|dagligen)|(?P<week_>weekly)"
    r"|(?P<month_>monthly|månadsvis)|(?P<year_>annually))\b"
)
_NAMED = re.compile(
    r"\b(?:(?P<hour>timl\w+|timpenning\w*|hourly)|(?P<day>dagsl\w+|dagpenning\w*|daily)"
    r"|(?P<week>veckol\w+|weekly)|(?P<month>månadsl\w+|monthly)|(?P<year>årsl\w+|annual)) ?\b"
)
_FLOOR = re.compile(
    r"\b(?:minimum|\w*minimil\w+|legal|statutory|lagstadgad\w*|lagens|living wage|levnadsl\w+"
    r"|benchmark|riktvärde\w*|golv\w*|floor|lägstal\w+)\b"
)
_EARNED = re.compile(
    r"\b(?:wages?|pay|pays|paid|salar(?:y|ies)|earn(?:s|ed|ing)?|receives?d?|gets?|got|makes?"
    r"|take home"
    r"|starting|rates?|remuneration|\w*lön(?:en|er|erna)?|tjänar|tjänade|får|fick|betala\w*"
    r"|börjar på"
    r"|ersättning\w*|inkomst\w*|förtjänst\w*)\b"
)
# A sum that is taken, given beside the pay, or told as a difference is none that is paid.
_OTHER = re.compile(
    r"deduct|withh|avdrag|\bdra[sr]?\b|\bdrog|dragit|\bcuts?\b|knock|charge|\bcosts?\b|kosta|kostnad"
    r"|\bfine[sd]?\b|penalt|böter|levy|levi|\bfees?\b|avgift|\brent|hyra|boende|hostel|dormitor"
    r"|lodging|\brooms?\b|\bboard\b|food|\bmat\b|meal|måltid|lunch|transport|water|vatten"
    r"|uniform"
    r"|kläder|hålls? inne|refund|återbetal|repa(?:y|id)|arrears|\bskuld|\bloan|\blån\b|advance"
    r"|förskott|bonus|premium|premie|tillägg|\bgap\b|för lite|deposit|deposition|agent|broker"
    r"|förmedlar"
    r"|overtime|övertid|total|tills?ammans|fund\b|fond|insurance|försäkring|\bback pay\b|retroaktiv"
    r"|lost|förlora|\bta(?:r|s|gs)\b|\btakes?\b|\btaken\b|\btook\b|invoice|faktur"
)
_BETWEEN = re.compile(
    r"\s(?:more|less|extra|mer|mindre|högre|lägre|higher|lower|short|below|under|over|above|dras"
    r"|drogs|(?:is|are|was|were) (?:deducted|withheld|taken|cut|charged)|goes|went|går|gick"
    r"|m|million|miljon\w*|mn|bn|k)\b"
    r"(?! (?:the|a)\b)"
)
_PARTS = re.compile(r"[,;:(](?= )|(?: -)(?= )|\b(?:and|och|but|men|while|medan|of which|varav)\b")


@dataclass(frozen=True, slots=True)
class _Sum:
    """Money at [start, end) of the view; `high` is "" but for a range."""

    start: int
    end: int
    low: str
    high: str
    currency: str


@dataclass(frozen=True, slots=True)
class _Pay:
    """What is paid for how long ("" where it is not said); `high` as that of a sum."""

    low: str
    high: str
    currency: str
    per: str


def wages(passage: Passage, start: int, end: int) -> dict[str, str]:
    """The pay told in [start, end): `wage`, `wage_max`, `wage_floor`, `currency`, `per`.

    A floor is a minimum or living wage. Where two sums are paid, which one is meant is left to
    the reader. Of a sum that is taken, added or missing nothing is told.
    """
    paid, floors = set[_Pay](), set[_Pay]()
    for money in _sums(passage, start, end):
        before = _said_before(passage, money, start)
        behind = passage.view.lower[money.end : min(end, money.end + _REACH)]
        per = _period(before, behind)
        if _OTHER.search(before) or _taken(behind):
            continue
        if not (_EARNED.search(before) or _FLOOR.search(before)):
            before = passage.view.lower[start : money.start]
        earned, floor = _last(_EARNED, before), _last(_FLOOR, before)
        if not (earned >= 0 or floor >= 0 or per):
            continue
        told = _Pay(money.low, money.high, money.currency, per)
        floor_told = floor >= max(earned, 0) or _is_floor(before, floor)
        (floors if floor_told else paid).add(told)
    return _values(paid, floors)


def _values(paid: set[_Pay], floors: set[_Pay]) -> dict[str, str]:
    """The keys of the value: one wage, with the floor it can be held to; a floor alone; none."""
    if len(paid) > 1 or len(floors) > 1:
        floors = set()
    if len(paid) > 1 or not (paid or floors):
        return {}
    wage, floor = next(iter(paid), None), next(iter(floors), None)
    told = wage or floor
    if wage and floor and (floor.currency != wage.currency or floor.per not in ("", wage.per)):
        floor = None
    found = {
        "wage": wage.low if wage else "",
        "wage_max": wage.high if wage else "",
        "wage_floor": floor.low if floor else "",
        "currency": told.currency if told else "",
        "per": told.per if told else "",
    }
    return {key: word for key, word in found.items() if word}


def _sums(passage: Passage, start: int, end: int) -> Iterator[_Sum]:
    """The sums of money in [start, end), in order."""
    lower, text = passage.view.lower, passage.view.text
    for first, last, currency in _currencies(passage, start, end):
        reach = lower[max(start, first - _REACH) : first]
        before = _BEFORE.search(reach)
        found = before or _BEHIND.match(lower, last, end)
        if not found:
            continue
        low, high = _figure(found["low"]), _figure(found["high"] or "")
        begin = first - len(reach) + found.start() if before else first
        sign = currency or text[first:last]
        yield _Sum(begin, last if before else found.end(), low, high, sign)


def _currencies(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words and signs of currencies in [start, end), each with its code, "" if as written."""
    for hit in passage.of("manner"):
        if hit.rule.name != CURRENCY or not start <= hit.start < end:
            continue
        if hit.language == "any" and not passage.view.text[hit.start : hit.end].isupper():
            continue  # a code is written large; "all" and "try" are words
        if passage.in_language(hit):
            yield hit.start, hit.end, hit.rule.value.get(CURRENCY, "")
    for sign in _SIGN.finditer(passage.view.lower, start, end):
        yield sign.start(), sign.end(), _SIGNS.get(sign.group(), "")


def _figure(written: str) -> str:
    """Digits with a decimal point: three digits behind a mark are thousands, as money is told."""
    whole = re.fullmatch(r"(.*?)[.,](\d{1,2})", written)
    digits, cents = whole.groups() if whole else (written, "")
    return re.sub(r"\D", "", digits) + (f".{cents}" if cents.strip("0") else "")


def _said_before(passage: Passage, money: _Sum, start: int) -> str:
    """The words of the clause before a sum; in a table with the head of its column."""
    lower = passage.view.lower
    for head, (first, last) in zip(passage.columns, passage.unit.cells, strict=False):
        if first <= money.start < last:
            return f"{head} {lower[first : money.start]}"
    parts = _PARTS.split(lower[start : money.start])
    # "The minimum wage, PKR 37,000, is paid": a sum beside what it is of
    return parts[-1] if parts[-1].strip() or len(parts) == 1 else parts[-2]


def _period(before: str, behind: str) -> str:
    rate = _RATE.match(behind)
    named = [match.lastgroup or "" for match in _NAMED.finditer(before)]
    found = rate.lastgroup if rate else named[-1] if named else ""
    return (found or "").rstrip("_")


def _taken(behind: str) -> bool:
    """Do the words behind a sum tell that it is taken, or how much more or less it is?"""
    rate = _RATE.match(behind)
    return bool(_BETWEEN.match(behind, rate.end() if rate else 0))


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match of `pattern` begins; -1 without one."""
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _is_floor(before: str, floor: int) -> bool:
    """Is it a minimum wage: is the word of pay behind the floor's only its noun?"""
    return floor >= 0 and bool(_NOUN.match(before, floor))


_NOUN = re.compile(
    r"(?:minimum|legal|statutory|lagstadgad\w*|lagens|living)(?: \w+)? (?:wages?|pay|salary|rates?"
    r"|\w*lön(?:en)?)\b(?!.*\b(?:earn|receive|pays?|paid|gets?|got|tjänar|får|betalar)\b)"
)

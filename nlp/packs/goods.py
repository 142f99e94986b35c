"""The list of goods produced by child or forced labour of the US Department of Labor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nlp.packs.entries import Good
from nlp.packs.exports import Columns, ExportError, Row

PACK = "goods"
SHEET = "goods_list"
SOURCE = "List of Goods Produced by Child Labor or Forced Labor, US Department of Labor"
LICENCE = "work of the US government, no copyright"
COLUMNS: Columns = {
    "country": ("Country", "Country/Area"),
    "good": ("Good", "Good Name"),
    "child": ("Child Labor",),
    "forced": ("Forced Labor",),
}
# Names of the list that our names of countries do not have.
_COUNTRIES: Mapping[str, str] = {
    "burma": "MM",
    "chad": "TD",
    "congo, democratic republic of the (drc)": "CD",
    "congo, democratic republic of the": "CD",
    "democratic republic of the congo": "CD",
    "côte d'ivoire": "CI",
    "cote d'ivoire": "CI",
    "côte d’ivoire": "CI",
    "eswatini": "SZ",
    "korea, north": "KP",
    "north korea": "KP",
    "kyrgyz republic": "KG",
    "kyrgyzstan": "KG",
    "turkey": "TR",
    "south sudan": "SS",
    "the gambia": "GM",
}
# The raw materials, by our words, that a good of the list is or is made of. A good that stands
# here by its whole name is not looked for by the name without what is in brackets.
_MATERIALS: Mapping[str, tuple[str, ...]] = {
    "bamboo": ("bamboo",),
    "bananas": ("banana", "fruit"),
    "beans": ("beans",),
    "beef": ("beef",),
    "blueberries": ("berries",),
    "bovines": ("beef", "leather", "milk"),
    "brazil nuts/chestnuts": ("nuts",),
    "cashews": ("cashew", "nuts"),
    "cattle": ("beef", "leather", "milk"),
    "citrus fruits": ("fruit",),
    "cobalt ore": ("cobalt",),
    "cocoa": ("cocoa",),
    "coffee": ("coffee",),
    "copper": ("copper",),
    "corn": ("maize",),
    "cotton": ("cotton",),
    "cottonseed": ("cotton",),
    "dried fish": ("fish", "seafood"),
    "fish": ("fish", "seafood", "tuna"),
    "fruit": ("fruit",),
    "glass": ("glass",),
    "gold": ("gold",),
    "granite": ("granite",),
    "hazelnuts": ("hazelnut", "nuts"),
    "hogs": ("pork",),
    "iron": ("iron_ore", "steel"),
    "leather": ("leather",),
    "leather goods": ("leather",),
    "leather goods/accessories": ("leather",),
    "lobsters": ("seafood",),
    "mica": ("mica",),
    "nile perch": ("fish", "seafood"),
    "oil (palm)": ("palm_oil",),
    "peanuts": ("nuts",),
    "pork": ("pork",),
    "potatoes": ("potato",),
    "poultry": ("chicken", "egg"),
    "rice": ("rice",),
    "rubber": ("natural_rubber",),
    "rubber gloves": ("natural_rubber",),
    "sheep": ("lamb", "wool"),
    "shellfish": ("seafood",),
    "shrimp": ("shrimp", "seafood"),
    "silk cocoons": ("silk",),
    "silk fabric": ("silk",),
    "silk thread": ("silk",),
    "strawberries": ("berries",),
    "sugar beets": ("sugar",),
    "sugarcane": ("sugar",),
    "sunflowers": ("sunflower_oil",),
    "tantalum ore": ("tantalum",),
    "tea": ("tea",),
    "teak": ("teak", "wood"),
    "textiles (jute)": ("jute",),
    "tilapia": ("fish", "seafood"),
    "timber": ("wood",),
    "tin": ("tin",),
    "tin ore": ("tin",),
    "tobacco": ("tobacco",),
    "tomato products": ("tomato",),
    "tomatoes": ("tomato",),
    "tungsten ore": ("tungsten",),
    "vanilla": ("vanilla", "spices"),
    "wheat": ("wheat",),
}
# Beginnings of words by which made goods are told in Swedish and English.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "bricks": ("brick", "tegel"),
    "carpets": ("carpet", "rug", "matta", "mattor"),
    "electronics": ("electronic", "elektronik"),
    "footwear": ("footwear", "shoe", "sko", "skor"),
    "furniture": ("furniture", "möbel", "möbler"),
    "garments": ("garment", "clothing", "workwear", "plagg", "kläder", "arbetskläder"),
    "gloves": ("glove", "handsk", "undersökningshandsk"),
    "leather": ("leather", "läder"),
    "rubber gloves": ("glove", "handsk", "undersökningshandsk"),
    "surgical instruments": ("surgical instrument", "kirurgiska instrument"),
    "textiles": ("textile", "fabric", "textil", "tyg", "väv"),
    "thread/yarn": ("thread", "yarn", "garn", "tråd"),
    "toys": ("toy", "leksak"),
}


def goods(rows: Iterable[Row], countries: Mapping[str, str]) -> tuple[Good, ...]:
    """The goods of an export, by id; `countries` are codes by names in small letters.

    Raises `ExportError` for a country without a code.
    """
    found: dict[str, Good] = {}
    for row in rows:
        name = row.text("good")
        country = _code(row, countries)
        by = tuple(how for how in ("child", "forced") if _ticked(row.text(how)))
        if name and by:
            one = Good(
                id=f"{PACK}.{country}.{_slug(name)}",
                name=name,
                country=country,
                by=by,
                materials=_of(_MATERIALS, name),
                words=_of(_WORDS, name),
            )
            found[one.id] = one
    return tuple(found[name] for name in sorted(found))


def _code(row: Row, countries: Mapping[str, str]) -> str:
    name = row.text("country").casefold()
    code = _COUNTRIES.get(name) or countries.get(name)
    if code is None:
        told = f"{row.file}, row {row.number}"
        raise ExportError(f"{told}: no country is known as {row.text('country')!r}")
    return code


def _ticked(told: str) -> bool:
    return told.casefold() in ("1", "1.0", "x", "yes", "true")


def _of(table: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    whole = name.casefold()
    return table.get(whole) or table.get(whole.partition(" (")[0], ())


def _slug(name: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in name.casefold())
    return "_".join(kept.split())

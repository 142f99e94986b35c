"""The colours of the design: text and lines can be told from their ground, in light and dark."""

import re
from pathlib import Path

import pytest

import portal

TOKENS = Path(portal.__file__).parent / "static" / "css" / "tokens.css"

TEXT = 4.5
LINE = 3.0

GROUNDS = ("ground", "raised", "sunken")
MEANINGS = ("risk", "caution", "fine", "information")
FAMILIES = ("chem", "lab", "origin", "cert")

TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-quiet", "accent") for ground in GROUNDS),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    *((ink, "accent-tint") for ink in ("ink", "ink-quiet", "accent", "accent-strong")),
    *((meaning, f"{meaning}-tint") for meaning in MEANINGS),
    *((meaning, ground) for meaning in MEANINGS for ground in GROUNDS),
    *(("ink", f"{meaning}-tint") for meaning in MEANINGS),
    *(("accent", f"{meaning}-tint") for meaning in MEANINGS),
    *(("ink", f"{family}-tint") for family in FAMILIES),
]

LINE_PAIRS = [
    *((line, ground) for line in ("line-strong", "focus", "accent") for ground in GROUNDS),
    *((f"{meaning}-line", ground) for meaning in MEANINGS for ground in GROUNDS),
    *((f"{family}-line", f"{family}-tint") for family in FAMILIES),
    *((f"{family}-line", ground) for family in FAMILIES for ground in GROUNDS),
    *((f"page-{mark}", "page-paper") for mark in ("select", *FAMILIES)),
]


def tokens(css: str) -> dict[str, dict[str, str]]:
    """The colours of each scheme; the dark one inherits what it does not set."""
    light, _, dark = css.partition("(prefers-color-scheme: dark)")
    colours = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")
    first = dict(colours.findall(light))
    return {"light": first, "dark": first | dict(colours.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SCHEMES = tokens(TOKENS.read_text(encoding="utf-8"))


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme: str, ink: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_lines_and_focus_stand_out(scheme: str, line: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours[line], colours[ground]) >= LINE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_ring_is_no_colour_with_a_meaning(scheme: str) -> None:
    colours = SCHEMES[scheme]
    meanings = {colours[f"{meaning}{part}"] for meaning in MEANINGS for part in ("", "-line")}
    assert colours["focus"] not in meanings | {colours["accent"]}

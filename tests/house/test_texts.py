"""Every text has its Swedish, every template stands, and both languages say the same things."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from portal.domain.evidence import ENDINGS
from portal.templates import TEMPLATES
from portal.texts import CATALOGUES
from portal.web.pages import environment

ROOT = Path(__file__).parents[2]
PLACES = re.compile(r"%\((\w+)\)s")


def test_every_text_has_its_swedish() -> None:
    """The same command as ``make messages``."""
    named = subprocess.run(
        [sys.executable, ROOT / ".ci" / "messages.py"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert named.stdout == ""
    assert named.returncode == 0, named.stderr


def test_no_text_has_two_swedish_wordings() -> None:
    """Catalogues are merged, so the last one would win in silence."""
    seen: dict[object, set[object]] = {}
    for path in (CATALOGUES / "sv").glob("*.po"):
        with path.open("rb") as po:
            for message in read_po(po, locale="sv"):
                if message.id:
                    seen.setdefault(str(message.id), set()).add(str(message.string))
    assert {text: words for text, words in seen.items() if len(words) > 1} == {}


def test_a_translation_keeps_every_place_of_its_source() -> None:
    for path in (CATALOGUES / "sv").glob("*.po"):
        with path.open("rb") as po:
            for message in read_po(po, locale="sv"):
                ids = message.id if isinstance(message.id, tuple | list) else [message.id]
                strings = (
                    message.string if isinstance(message.string, tuple | list) else [message.string]
                )
                wanted = {place for one in ids for place in PLACES.findall(str(one))}
                given = {place for one in strings for place in PLACES.findall(str(one))}
                assert given <= wanted, (path.name, message.id)
                if len(ids) == 1:
                    assert given == wanted, (path.name, message.id)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_template_compiles(language: str) -> None:
    env = environment(language)
    for path in TEMPLATES.rglob("*.*"):
        env.get_template(str(path.relative_to(TEMPLATES)))


def test_every_page_has_a_title() -> None:
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if '{% extends "base.html" %}' in text and path.parent.name != "mail":
            assert "{% block title %}" in text, path


def test_every_mail_comes_as_text_and_html() -> None:
    kinds = {path.stem for path in (TEMPLATES / "mail").glob("*.txt")}
    assert kinds == {path.stem for path in (TEMPLATES / "mail").glob("*.html")} - {"base"}


def test_no_template_has_inline_script_or_style() -> None:
    # Mails have no style sheet to link to; they are never shown as pages of the portal.
    pages = [path for path in TEMPLATES.rglob("*.html") if "mail" not in str(path.name)]
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|<script>", text), path


SAME_KIND = {".jpg": ".jpeg", ".tif": ".tiff", ".heif": ".heic"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_readme_names_every_kind_of_file_that_is_taken(ending: str) -> None:
    readme = (ROOT / "README.md").read_text()
    kind = SAME_KIND.get(ending, ending)
    assert kind in readme or re.search(rf"\b{kind[1:].upper()}\b", readme)

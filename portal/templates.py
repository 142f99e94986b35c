"""The templates in one language, for pages and mails alike."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from portal import texts

TEMPLATES: Final = Path(__file__).parent.parent / "templates"


def environment(language: str, more: Mapping[str, object] | None = None) -> Environment:
    """Templates with texts, dates and numbers of a language, and ``more`` that all of them know.

    Nothing undefined passes in silence, and all but plain text is escaped.
    """
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_translations(  # type: ignore[attr-defined]  # added by the extension
        texts.translations(language), newstyle=True
    )
    env.globals.update(
        language=language,
        day=partial(texts.day, language=language),
        moment=partial(texts.moment, language=language),
        number=partial(texts.number, language=language),
        spans=texts.spans,
    )
    env.globals.update(more or {})
    return env

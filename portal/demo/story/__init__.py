"""The demonstration's story: invented buyers, suppliers and months of their work, told at once.

Everything goes through the services that the pages use, as the people themselves and at the
moments it is said to have happened, so that the demonstration holds nothing a real installation
could not.
"""

import datetime as dt
from pathlib import Path

from portal.services import passwords
from portal.settings import Settings

from .papers import write_all
from .people import PASSWORD, SIGN_INS, SignIn
from .reviewing import decide
from .script import deeds
from .stage import Stage

__all__ = ["SIGN_INS", "SignIn", "decide", "load", "papers_folder"]


def load(settings: Settings, *, now: dt.datetime | None = None) -> None:
    """Tell the whole story up to now, and write its papers as files to try things with."""
    now = now or dt.datetime.now(dt.UTC)
    folder = papers_folder(settings)
    if folder is not None:
        write_all(folder)
    with Stage.of(settings, password_hash=passwords.hashed(PASSWORD)) as stage:
        for deed in deeds(now):
            deed.do(stage, deed.at)


def papers_folder(settings: Settings) -> Path | None:
    """Where the papers lie as files: beside the objects, where those are a folder."""
    return settings.files.parent / "papers" if isinstance(settings.files, Path) else None

"""The portal: where suppliers answer and reviewers read."""

from typing import Final

VERSION: Final = "0.1.0"

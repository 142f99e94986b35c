"""Passwords: argon2id, a bounded number at once, never in a log."""

from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from portal.texts import N_

SHORTEST: Final = 12
LONGEST: Final = 256
FEWEST_SIGNS: Final = 5

# 64 MiB a hash: two at once keep a crowd at the sign-in page from filling the memory.
_AT_ONCE: Final = BoundedSemaphore(2)
_HASHER: Final = PasswordHasher()

# Verified when no such user is found, so that the answer takes as long as for a known one.
_NOBODYS: Final = _HASHER.hash("nobody has this password")

TOO_SHORT: Final = N_("Choose a password of at least 12 characters. Four words in a row do well.")
TOO_LONG: Final = N_("Choose a password of at most 256 characters.")
TOO_PLAIN: Final = N_("This password is too easy to guess. Choose one without your own name.")


def fault(password: str, *, email: str) -> str | None:
    """What stands against a new password, as a text to translate; None where nothing does.

    Length instead of rules about characters: ASVS 5.0, 6.2.1 and 6.2.5.
    """
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    plain = password.casefold()
    if len(set(plain)) < FEWEST_SIGNS or email.partition("@")[0].casefold() in plain:
        return TOO_PLAIN
    return None


def hashed(password: str) -> str:
    """The argon2id hash to keep."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def verify(kept: str | None, password: str) -> bool:
    """Whether the password is the kept one. Takes as long where there is none."""
    with _AT_ONCE:
        try:
            _HASHER.verify(kept or _NOBODYS, password[:LONGEST])
        except (VerifyMismatchError, InvalidHashError):
            return False
    return kept is not None

"""Secret tokens: handed out once, in a cookie or a mail, and kept as a keyed hash alone."""

import hmac
import secrets


def new_token() -> str:
    """A token that nobody guesses: 256 bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def token_hash(token: str, key: str) -> bytes:
    """What is kept of a token: a keyed hash, so that a planted row opens nothing."""
    return hmac.digest(key.encode(), token.encode(), "sha256")

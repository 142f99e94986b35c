"""Expected failures, each with a sentence for the person who meets it.

Problem
├── NotFound        the thing is not there, or not for this person: the two look alike
├── Denied          the person may see the thing, but not do this with it
├── SignInNeeded    nobody is signed in, or the session has ended
├── Invalid         what was typed or sent cannot be taken; names the fields
├── Conflict        another hand was quicker
├── TooMany         too many tries in too short a time
├── Unavailable     a part of the house does not answer just now
└── Misconfigured   the start is refused
"""

from collections.abc import Mapping

from portal.texts import N_


class Problem(Exception):
    """The root: a failure that was foreseen. ``sentence`` is a text to translate."""

    sentence: str = N_("Something went wrong. Nothing of yours was lost.")

    def __init__(self, sentence: str | None = None, **values: object) -> None:
        if sentence is not None:
            self.sentence = sentence
        self.values = values
        super().__init__(self.sentence % values if values else self.sentence)


class NotFound(Problem):
    """Absent, or hidden from this person; nobody learns which."""

    sentence = N_("The page is not here, or it is not open to you.")


class Denied(Problem):
    """Seen, but not to be done by this person or in this state."""

    sentence = N_("You do not have the right to do this. Ask an administrator at your firm.")


class SignInNeeded(Problem):
    """No live session came with the request."""

    sentence = N_("You have been signed out. Sign in again to go on.")


class Invalid(Problem):
    """Input that cannot be taken. ``fields`` maps a field's name to its sentence."""

    sentence = N_("Some of what you wrote cannot be saved as it stands.")

    def __init__(
        self, fields: Mapping[str, str] | None = None, sentence: str | None = None, **values: object
    ) -> None:
        super().__init__(sentence, **values)
        self.fields = dict(fields or {})


class Conflict(Problem):
    """The thing has changed since it was read."""

    sentence = N_("Someone else has changed this since you opened it. Both versions are kept.")


class TooMany(Problem):
    """A rate limit was reached. ``wait`` is in seconds."""

    sentence = N_("Too many tries. Wait %(wait)s seconds and try again.")

    def __init__(self, wait: int) -> None:
        super().__init__(None, wait=wait)
        self.wait = wait


class Unavailable(Problem):
    """Storage, queue or mail does not answer. Trying later may help."""

    sentence = N_("A part of the portal does not answer just now. Try again in a minute.")


class Misconfigured(Problem):
    """Settings that the product refuses to start with."""

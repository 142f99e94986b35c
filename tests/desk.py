"""What lies on a reviewer's desk: a submitted assessment with papers that were read and flagged.

scene = Scene(world)
paper = scene.paper("report.pdf", [RISK, HOURS])
scene.submit()
with world.as_(scene.karin) as db:
    reviews.marked(db, scene.karin, paper)
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Engine, delete, event, insert, select
from sqlalchemy.orm import Session

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.domain.evidence import Word
from portal.domain.flags import Hint, Written, flags_from
from portal.services import flagging, reviews, submissions
from portal.services.flagging import PagesRead
from portal.services.reviews import Choice, Marked
from tests.claims import Said
from tests.world import NOW, World, complete_small

VERSION: Final = "1.0"
LATER: Final = NOW + dt.timedelta(minutes=5)
BASE_URL: Final = "http://testserver"


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence and how it is flagged; each stands on a page of its own number."""

    words: str
    topic: str
    stance: str = "affirmed"
    bearing: str = "risk"
    page: int = 1
    cue: str = ""
    value: dict[str, str] = field(default_factory=dict)
    score: float = 0.8
    hints: tuple[Hint, ...] = ()
    rule: str = ""


PASSPORTS: Final = Says(
    "The agency keeps the passports", "LAB.FORCED", cue="keeps", value={"indicator": "deposit"}
)
HOURS: Final = Says("72 hours a week", "LAB.HOURS", value={"hours_per_week": "72"})
TRACES: Final = Says("It may contain traces of PFOA", "CHEM.SUBSTANCE", stance="hedged")
VIETNAM: Final = Says(
    "Made in Vietnam", "ORIGIN.COUNTRY", bearing="neutral", page=2, value={"country": "VN"}
)
DEHP: Final = Says(
    "DEHP 117-81-7 12 %", "CHEM.SUBSTANCE", value={"cas": "117-81-7", "pct_max": "12"}
)
NOTHING_FOUND: Final = Says("No such cases", "LAB.CHILD", stance="denied", bearing="support")


def _pages(said: Sequence[Says]) -> list[str]:
    count = max((each.page for each in said), default=1)
    return [
        "\n".join(["Heading", *(each.words for each in said if each.page == number)])
        for number in range(1, count + 1)
    ]


def _claims(said: Sequence[Says], pages: Sequence[str]) -> list[Said]:
    claims = []
    for number, each in enumerate(said):
        text = pages[each.page - 1]
        start = text.index(each.words)
        cue = start + each.words.index(each.cue)
        claims.append(
            Said(
                page=each.page,
                start=start,
                end=start + len(each.words),
                topic=each.topic,
                stance=each.stance,
                bearing=each.bearing,
                value=each.value,
                score=each.score,
                rule=each.rule or f"T-{number:02}",
                pack="test",
                cues=((cue, cue + len(each.cue)),) if each.cue else (),
            )
        )
    return claims


class Scene:
    """A buyer with reviewers, a supplier, and an assessment of the small questionnaire."""

    def __init__(self, world: World, *, supplier: str = "Lindmark Textil AB") -> None:
        self.world = world
        self.buyer = world.buyer()
        self.karin = world.person(self.buyer, Role.REVIEWER, name="Karin Ek")
        self.omar = world.person(self.buyer, Role.REVIEWER, name="Omar Haddad")
        self.planner = world.person(self.buyer, Role.PLANNER, name="Per Plan")
        self.administrator = world.person(self.buyer, Role.ADMINISTRATOR, name="Ada Admin")
        self.supplier = world.supplier(supplier)
        self.anna = world.person(self.supplier, Role.SUPPLIER_EDITOR)
        stranger = world.buyer("Sundeby kommun")
        self.stranger = world.person(stranger, Role.REVIEWER, name="Sara Främling")
        self.assessment = self.new_assessment()
        self.said: dict[UUID, Sequence[Says]] = {}

    def new_assessment(self) -> UUID:
        """One more assessment for the supplier, answered but not submitted."""
        asked = self.world.assessment(self.buyer, self.supplier, state="in_progress")
        with self.world.as_owner() as db:
            for question_id, value in complete_small().items():
                db.execute(
                    insert(tables.Answer).values(
                        assessment_id=asked,
                        supplier_id=self.supplier,
                        buyer_id=self.buyer,
                        question_id=question_id,
                        value=value,
                        saved_by=self.anna.user_id,
                    )
                )
        return asked

    def paper(
        self, name: str, said: Sequence[Says], *, assessment: UUID | None = None, at: str = "T-01"
    ) -> UUID:
        """A paper of the supplier, read, flagged and laid to a question of the draft."""
        pages = _pages(said)
        with self.world.as_owner() as db:
            document_id = db.execute(
                insert(tables.Document)
                .values(
                    supplier_id=self.supplier,
                    sha256=hashlib.sha256(f"{name}{pages}".encode()).hexdigest(),
                    name=name,
                    size=10,
                    state="read",
                    pages=len(pages),
                    pages_read=len(pages),
                    read_at=NOW,
                    uploaded_by=self.anna.user_id,
                )
                .returning(tables.Document.id)
            ).scalar_one()
            for number, text in enumerate(pages, start=1):
                db.execute(insert(tables.Page).values(**self._page(document_id, number, text)))
            self._lay(db, document_id, assessment or self.assessment, at)
        self.flag(document_id, said)
        return document_id

    def _page(self, document_id: UUID, number: int, text: str) -> dict[str, object]:
        return {
            "document_id": document_id,
            "number": number,
            "supplier_id": self.supplier,
            "method": "text",
            "quality": 1.0,
            "text": text,
            "words": [[0, len(text), 0.1, 0.1, 0.9, 0.2]],
            "width": 595.0,
            "height": 842.0,
            "reader_version": "test",
        }

    def _lay(self, db: Session, document_id: UUID, assessment: UUID, question_id: str) -> None:
        db.execute(
            insert(tables.Evidence).values(
                assessment_id=assessment,
                supplier_id=self.supplier,
                buyer_id=self.buyer,
                question_id=question_id,
                document_id=document_id,
                attached_by=self.anna.user_id,
            )
        )

    def flag(
        self,
        document_id: UUID,
        said: Sequence[Says],
        *,
        version: str = VERSION,
        now: dt.datetime = NOW,
    ) -> None:
        """Replace the paper's flags, as the worker does after each reading."""
        with self.world.as_worker() as db:
            document = db.get_one(tables.Document, document_id)
            texts = tuple(
                db.execute(
                    select(tables.Page.text)
                    .where(tables.Page.document_id == document_id)
                    .order_by(tables.Page.number)
                ).scalars()
            )
            words = tuple((Word(0, len(text), 0.1, 0.1, 0.9, 0.2),) for text in texts)
            ratios = (0.7,) * len(texts)
            sure = (1.0,) * len(texts)
            pages = PagesRead(document.sha256, NOW, self.supplier, texts, words, ratios, sure)
            hints = {each.words: each.hints for each in said}
            flags = [
                replace(flag, hints=hints[flag.quote])
                for flag in flags_from(document.sha256, texts, _claims(said, texts))
            ]
            flagging.replace_flags(db, document_id, pages, flags, version=version, now=now)
        self.said[document_id] = said

    def propose(self, document_id: UUID, *, words: str = "Heading", **values: str) -> None:
        """What a program takes the paper to say of itself, in place of what it did before."""
        row = {"document_id": document_id, "supplier_id": self.supplier, "page": 1, "start": 0}
        row |= {"end": len(words), "words": words, "boxes": [[0.1, 0.1, 0.9, 0.2]]}
        row |= {"rule": "test", "rules_version": VERSION, "proposed_at": NOW}
        with self.world.as_worker() as db:
            of = tables.DocumentFact.document_id == document_id
            db.execute(delete(tables.DocumentFact).where(of))
            for name, value in values.items():
                db.execute(insert(tables.DocumentFact).values(name=name, value=value, **row))

    def submit(self, assessment: UUID | None = None, *, now: dt.datetime = NOW) -> None:
        """Hand in, as the supplier does."""
        with self.world.as_(self.anna) as db:
            submissions.submit(
                db, self.anna, assessment or self.assessment, base_url=BASE_URL, now=now
            )

    def flags(self, document_id: UUID) -> list[tables.Flag]:
        """The paper's flags in the order they stand."""
        found = self.world.rows(tables.Flag, document_id=document_id)
        return sorted(found, key=lambda flag: (flag.page, flag.start))

    def others(self) -> tuple[Actor, ...]:
        """Everyone but the buyer's reviewers."""
        return self.planner, self.administrator, self.stranger, self.anna


def decide(
    scene: Scene,
    actor: Actor,
    flag: tables.Flag,
    kind: str,
    reason: str = "",
    *,
    shown: UUID | None = None,
    now: dt.datetime = NOW,
) -> None:
    """Press a button at a flag; ``shown`` is the decision that stood on the page."""
    choice = Choice(kind=kind, reason=reason, shown=shown)
    with scene.world.as_(actor) as db:
        reviews.decide_flag(db, actor, flag.document_id, flag.id, choice, now=now)


def written(flag: tables.Flag, **otherwise: Any) -> Written:
    """The form as it is filled in for a flag, with what the person changes."""
    given: dict[str, Any] = {"topic": flag.topic, "stance": flag.stance, "bearing": flag.bearing}
    given |= {"value": dict(flag.value)} | otherwise
    return Written(**({"fields_of": given["topic"]} | given))


def correct(
    scene: Scene,
    actor: Actor,
    flag: tables.Flag,
    *,
    shown: UUID | None = None,
    now: dt.datetime = NOW,
    **otherwise: Any,
) -> None:
    """Save the form of a flag with something changed."""
    with scene.world.as_(actor) as db:
        reviews.correct_flag(
            db, actor, flag.document_id, flag.id, written(flag, **otherwise), shown=shown, now=now
        )


def stands(scene: Scene, actor: Actor, paper: UUID) -> list[Marked]:
    """The paper's flags as they stand for the actor, in the order of its pages."""
    with scene.world.as_(actor) as db:
        return list(reviews.marked(db, actor, paper, by_page=True).flags)


def decisions(scene: Scene) -> list[tables.FlagDecision]:
    """Every decision that was ever made, in order."""
    return sorted(scene.world.rows(tables.FlagDecision), key=lambda each: each.decided_at)


def undo(scene: Scene, actor: Actor, document: UUID) -> UUID | None:
    """Take back what the page offers to take back."""
    with scene.world.as_(actor) as db:
        last = reviews.marked(db, actor, document).undoable
        assert last is not None
        assert last.decision is not None
        return reviews.undo(db, actor, document, last.decision.id, now=LATER)


def standing(scene: Scene, actor: Actor, document: UUID) -> dict[str, str]:
    """What stands decided, by the words of the flag."""
    with scene.world.as_(actor) as db:
        flags = reviews.marked(db, actor, document).flags
    return {flag.quote: flag.decision.kind for flag in flags if flag.decision}


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements that go to the database meanwhile."""
    seen: list[str] = []

    def see(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        if "set_config" not in statement:
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", see)
    yield seen
    event.remove(engine, "before_cursor_execute", see)

"""The whole permission table: who may do what with which thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal
from uuid import UUID

from portal.errors import Denied, NotFound
from portal.texts import N_

Side = Literal["supplier", "buyer"]


class Role(StrEnum):
    """What a person does at their organisation; one person may hold several."""

    SUPPLIER_EDITOR = "supplier_editor"
    SUPPLIER_ADMINISTRATOR = "supplier_administrator"
    REVIEWER = "reviewer"
    PLANNER = "planner"
    ADMINISTRATOR = "administrator"


ROLES_OF: Final[Mapping[Side, frozenset[Role]]] = MappingProxyType(
    {
        "supplier": frozenset({Role.SUPPLIER_EDITOR, Role.SUPPLIER_ADMINISTRATOR}),
        "buyer": frozenset({Role.REVIEWER, Role.PLANNER, Role.ADMINISTRATOR}),
    }
)
"""The roles that can be held on each side; any other role a person is given is void."""


class OrganisationKind(StrEnum):
    """What an organisation is; all but ``supplier`` buy."""

    SUPPLIER = "supplier"
    REGION = "region"
    MUNICIPALITY = "municipality"
    COMPANY = "company"
    CENTRAL_PURCHASING_BODY = "central_purchasing_body"

    @property
    def side(self) -> Side:
        """The side of the table an organisation of this kind sits on."""
        return "supplier" if self is OrganisationKind.SUPPLIER else "buyer"


class Action(StrEnum):
    """Everything that can be done, one word for each."""

    SEE_ASSESSMENT = "see_assessment"  # that it exists, its due date and how far it has come
    OPEN_ASSESSMENT = "open_assessment"
    READ_DRAFT = "read_draft"
    ANSWER = "answer"
    ATTACH_EVIDENCE = "attach_evidence"
    REMOVE_EVIDENCE = "remove_evidence"
    SUBMIT = "submit"
    SEE_OWN_DOCUMENTS = "see_own_documents"
    SAY_FACTS = "say_facts"  # what kind of paper it is, whose, of which day
    INVITE_COLLEAGUE = "invite_colleague"

    SEE_QUEUE = "see_queue"
    READ_SUBMISSION = "read_submission"
    READ_DOCUMENT = "read_document"  # its pages and flags with it
    READ_FINDINGS = "read_findings"
    DECIDE_FLAG = "decide_flag"
    ASSESS_REQUIREMENT = "assess_requirement"
    RETURN_ASSESSMENT = "return_assessment"
    ACCEPT_ASSESSMENT = "accept_assessment"
    CONCLUDE_ASSESSMENT = "conclude_assessment"

    SEE_CAMPAIGN = "see_campaign"
    PLAN_CAMPAIGN = "plan_campaign"
    SEND_CAMPAIGN = "send_campaign"
    INVITE_SUPPLIER = "invite_supplier"
    CHANGE_DUE_DATE = "change_due_date"
    WITHDRAW_ASSESSMENT = "withdraw_assessment"
    SEE_MAIL = "see_mail"

    INVITE_STAFF = "invite_staff"
    MANAGE_USERS = "manage_users"
    SEE_HEALTH = "see_health"
    CHANGE_OWN_SETTINGS = "change_own_settings"


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, acting for one organisation."""

    user_id: UUID
    organisation_id: UUID
    side: Side
    roles: frozenset[Role]
    name: str
    organisation_name: str
    language: str

    @property
    def supplier_id(self) -> UUID | None:
        """The organisation, where it is a supplier."""
        return self.organisation_id if self.side == "supplier" else None

    @property
    def buyer_id(self) -> UUID | None:
        """The organisation, where it buys."""
        return self.organisation_id if self.side == "buyer" else None


@dataclass(frozen=True, slots=True)
class Thing:
    """What is acted on, seen only by whose it is.

    ``submitted`` tells what lies on the table: a submission, or the supplier's own draft.
    A returned assessment has both: its last submission (True) and the draft that
    follows it (False).
    """

    supplier_id: UUID | None = None
    buyer_id: UUID | None = None
    submitted: bool = False


NOWHERE: Final = Thing()
"""The thing of an action that concerns nobody's papers: health, one's own settings."""


class Relation(StrEnum):
    """How the actor must stand to the thing."""

    OWN_SUPPLIER = "own_supplier"
    OWN_SUPPLIER_DRAFT = "own_supplier_draft"
    OWN_BUYER = "own_buyer"
    OWN_BUYER_SUBMITTED = "own_buyer_submitted"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Grant:
    """These roles may, when they stand so to the thing."""

    roles: frozenset[Role]
    relation: Relation


def _grant(relation: Relation, *roles: Role) -> Grant:
    return Grant(frozenset(roles), relation)


_SUPPLIERS = tuple(sorted(ROLES_OF["supplier"]))
_OWN = _grant(Relation.OWN_SUPPLIER, *_SUPPLIERS)
_OWN_DRAFT = _grant(Relation.OWN_SUPPLIER_DRAFT, *_SUPPLIERS)
_REVIEW = _grant(Relation.OWN_BUYER_SUBMITTED, Role.REVIEWER)
_PLAN = _grant(Relation.OWN_BUYER, Role.PLANNER)

PERMISSIONS: Final[Mapping[Action, tuple[Grant, ...]]] = MappingProxyType(
    {
        Action.SEE_ASSESSMENT: (_OWN, _grant(Relation.OWN_BUYER, Role.REVIEWER, Role.PLANNER)),
        Action.OPEN_ASSESSMENT: (_OWN,),
        Action.READ_DRAFT: (_OWN_DRAFT,),
        Action.ANSWER: (_OWN_DRAFT,),
        Action.ATTACH_EVIDENCE: (_OWN_DRAFT,),
        Action.REMOVE_EVIDENCE: (_OWN_DRAFT,),
        Action.SUBMIT: (_OWN,),  # a second press on "submit" is not a wrong: the state answers it
        Action.SEE_OWN_DOCUMENTS: (_OWN,),
        Action.SAY_FACTS: (_OWN,),
        Action.INVITE_COLLEAGUE: (_grant(Relation.OWN_SUPPLIER, Role.SUPPLIER_ADMINISTRATOR),),
        Action.SEE_QUEUE: (_grant(Relation.OWN_BUYER, Role.REVIEWER),),
        Action.READ_SUBMISSION: (_OWN, _REVIEW),
        Action.READ_DOCUMENT: (_OWN, _REVIEW),
        Action.READ_FINDINGS: (_OWN, _REVIEW),
        Action.DECIDE_FLAG: (_REVIEW,),
        Action.ASSESS_REQUIREMENT: (_REVIEW,),
        Action.RETURN_ASSESSMENT: (_REVIEW,),
        Action.ACCEPT_ASSESSMENT: (_REVIEW,),
        Action.CONCLUDE_ASSESSMENT: (_REVIEW,),
        Action.SEE_CAMPAIGN: (_PLAN,),
        Action.PLAN_CAMPAIGN: (_PLAN,),
        Action.SEND_CAMPAIGN: (_PLAN,),
        Action.INVITE_SUPPLIER: (_PLAN,),
        Action.CHANGE_DUE_DATE: (_PLAN,),
        Action.WITHDRAW_ASSESSMENT: (_PLAN,),
        Action.SEE_MAIL: (_grant(Relation.OWN_BUYER, Role.PLANNER, Role.ADMINISTRATOR),),
        Action.INVITE_STAFF: (_grant(Relation.OWN_BUYER, Role.ADMINISTRATOR),),
        Action.MANAGE_USERS: (
            _grant(Relation.OWN_SUPPLIER, Role.SUPPLIER_ADMINISTRATOR),
            _grant(Relation.OWN_BUYER, Role.ADMINISTRATOR),
        ),
        Action.SEE_HEALTH: (_grant(Relation.HOUSE, Role.ADMINISTRATOR),),
        Action.CHANGE_OWN_SETTINGS: (_grant(Relation.HOUSE, *Role),),
    }
)

CONTENT: Final = frozenset(
    {
        Action.READ_DRAFT,
        Action.ANSWER,
        Action.ATTACH_EVIDENCE,
        Action.REMOVE_EVIDENCE,
        Action.SEE_OWN_DOCUMENTS,
        Action.SAY_FACTS,
        Action.READ_SUBMISSION,
        Action.READ_DOCUMENT,
        Action.READ_FINDINGS,
        Action.DECIDE_FLAG,
        Action.ASSESS_REQUIREMENT,
    }
)
"""The actions that show or touch what a supplier wrote or sent in."""

ROLE_NAMES: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.SUPPLIER_EDITOR: N_("Editor"),
        Role.SUPPLIER_ADMINISTRATOR: N_("Administrator at the supplier"),
        Role.REVIEWER: N_("Reviewer"),
        Role.PLANNER: N_("Planner"),
        Role.ADMINISTRATOR: N_("Administrator"),
    }
)

ORGANISATION_KIND_NAMES: Final[Mapping[OrganisationKind, str]] = MappingProxyType(
    {
        OrganisationKind.SUPPLIER: N_("Supplier"),
        OrganisationKind.REGION: N_("Region"),
        OrganisationKind.MUNICIPALITY: N_("Municipality"),
        OrganisationKind.COMPANY: N_("Municipal company"),
        OrganisationKind.CENTRAL_PURCHASING_BODY: N_("Central purchasing body"),
    }
)

DRAFT_IS_CLOSED: Final = N_(
    "The supplier has not submitted yet. Until then you see how far it has come, not what it says."
)
SUBMITTED_IS_LOCKED: Final = N_(
    "The assessment has been submitted, so its answers and evidence are locked."
)


def _stands(actor: Actor, relation: Relation, thing: Thing) -> bool:
    own_supplier = actor.side == "supplier" and thing.supplier_id == actor.organisation_id
    own_buyer = actor.side == "buyer" and thing.buyer_id == actor.organisation_id
    return {
        Relation.OWN_SUPPLIER: own_supplier,
        Relation.OWN_SUPPLIER_DRAFT: own_supplier and not thing.submitted,
        Relation.OWN_BUYER: own_buyer,
        Relation.OWN_BUYER_SUBMITTED: own_buyer and thing.submitted,
        Relation.HOUSE: True,
    }[relation]


def may(actor: Actor, action: Action, thing: Thing = NOWHERE) -> bool:
    """Whether this person may do this with this thing. All that is not granted is refused."""
    held = actor.roles & ROLES_OF[actor.side]
    return any(
        held & grant.roles and _stands(actor, grant.relation, thing)
        for grant in PERMISSIONS[action]
    )


def check(actor: Actor, action: Action, thing: Thing = NOWHERE) -> None:
    """Let a permitted action pass.

    Raises NotFound where the thing belongs to others: a stranger does not learn that it
    exists. Raises Denied where it is theirs to know of but not to do, and says why.
    """
    if may(actor, action, thing):
        return
    if not (
        _stands(actor, Relation.OWN_SUPPLIER, thing)
        or _stands(actor, Relation.OWN_BUYER, thing)
        or thing == NOWHERE
    ):
        raise NotFound
    turned = Thing(thing.supplier_id, thing.buyer_id, submitted=not thing.submitted)
    if may(actor, action, turned):
        raise Denied(SUBMITTED_IS_LOCKED if thing.submitted else DRAFT_IS_CLOSED)
    raise Denied

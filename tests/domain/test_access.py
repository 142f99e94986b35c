"""The permission table, whole: every role, action, relation and state."""

from itertools import product
from typing import get_args
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.access import (
    CONTENT,
    DRAFT_IS_CLOSED,
    NOWHERE,
    ORGANISATION_KIND_NAMES,
    PERMISSIONS,
    ROLE_NAMES,
    SUBMITTED_IS_LOCKED,
    Action,
    Actor,
    OrganisationKind,
    Role,
    Side,
    Thing,
    check,
    may,
)
from portal.errors import Denied, NotFound

SUPPLIER, OTHER_SUPPLIER = UUID(int=1), UUID(int=2)
BUYER, OTHER_BUYER = UUID(int=3), UUID(int=4)

# Written by hand from the issue, not from the code. Roles: e editor and a administrator of the
# supplier, r reviewer, p planner, m administrator. First column: while it is a draft;
# second: once submitted; third: where no papers are concerned.
EXPECTED = """
see_assessment       earp  earp  -
open_assessment      ea    ea    -
read_draft           ea    -     -
answer               ea    -     -
attach_evidence      ea    -     -
remove_evidence      ea    -     -
submit               ea    ea    -
see_own_documents    ea    ea    -
say_facts            ea    ea    -
invite_colleague     a     a     -
see_queue            r     r     -
read_submission      ea    ear   -
read_document        ea    ear   -
read_findings        ea    ear   -
decide_flag          -     r     -
assess_requirement   -     r     -
return_assessment    -     r     -
accept_assessment    -     r     -
conclude_assessment  -     r     -
see_campaign         p     p     -
plan_campaign        p     p     -
send_campaign        p     p     -
invite_supplier      p     p     -
change_due_date      p     p     -
withdraw_assessment  p     p     -
see_mail             pm    pm    -
invite_staff         m     m     -
manage_users         am    am    -
see_health           m     m     m
change_own_settings  earpm earpm earpm
"""
LETTERS = {
    "e": Role.SUPPLIER_EDITOR,
    "a": Role.SUPPLIER_ADMINISTRATOR,
    "r": Role.REVIEWER,
    "p": Role.PLANNER,
    "m": Role.ADMINISTRATOR,
}
TABLE = {
    Action(word): tuple({LETTERS[letter] for letter in cell.strip("-")} for cell in cells)
    for word, *cells in (line.split() for line in EXPECTED.strip().splitlines())
}
EVERY_PAIR = list(product(Action, Role))
SUPPLIER_ROLES = {Role.SUPPLIER_EDITOR, Role.SUPPLIER_ADMINISTRATOR}


def person(*roles: Role, side: Side | None = None, organisation: UUID | None = None) -> Actor:
    side = side or ("supplier" if SUPPLIER_ROLES & set(roles) else "buyer")
    home = organisation or (SUPPLIER if side == "supplier" else BUYER)
    return Actor(UUID(int=9), home, side, frozenset(roles), "Anna", "Lindmark Textil", "sv")


def test_the_expectation_names_every_action() -> None:
    assert set(TABLE) == set(Action) == set(PERMISSIONS)


@pytest.mark.parametrize(("action", "role"), EVERY_PAIR)
def test_the_table_grants_what_was_asked_for_and_nothing_else(action: Action, role: Role) -> None:
    draft, submitted, nowhere = TABLE[action]
    own = Thing(SUPPLIER, BUYER)
    assert may(person(role), action, own) is (role in draft)
    assert may(person(role), action, Thing(SUPPLIER, BUYER, submitted=True)) is (role in submitted)
    assert may(person(role), action, NOWHERE) is (role in nowhere)


@pytest.mark.parametrize(("action", "role"), EVERY_PAIR)
def test_a_stranger_gets_nothing(action: Action, role: Role) -> None:
    for submitted in (False, True):
        theirs = Thing(OTHER_SUPPLIER, OTHER_BUYER, submitted=submitted)
        assert may(person(role), action, theirs) is (role in TABLE[action][2])


def test_a_supplier_does_not_reach_another_through_a_common_buyer() -> None:
    neighbour = Thing(OTHER_SUPPLIER, BUYER, submitted=True)
    assert not any(
        may(person(role), action, neighbour)
        for role in SUPPLIER_ROLES
        for action in set(Action) - {Action.CHANGE_OWN_SETTINGS}
    )


def test_a_buyer_does_not_reach_another_through_a_common_supplier() -> None:
    neighbour = Thing(SUPPLIER, OTHER_BUYER, submitted=True)
    everything = person(Role.REVIEWER, Role.PLANNER, Role.ADMINISTRATOR)
    housekeeping = {Action.CHANGE_OWN_SETTINGS, Action.SEE_HEALTH}
    assert not any(may(everything, action, neighbour) for action in set(Action) - housekeeping)


def test_an_identity_of_the_other_kind_opens_nothing() -> None:
    disguised = person(Role.REVIEWER, organisation=SUPPLIER)
    assert not may(disguised, Action.READ_SUBMISSION, Thing(SUPPLIER, BUYER, submitted=True))


@pytest.mark.parametrize(("action", "role"), EVERY_PAIR)
def test_a_role_of_the_other_side_is_void(action: Action, role: Role) -> None:
    wrong: Side = "buyer" if role in SUPPLIER_ROLES else "supplier"
    misplaced = person(role, side=wrong)
    for thing in (NOWHERE, Thing(SUPPLIER, BUYER), Thing(SUPPLIER, BUYER, submitted=True)):
        assert not may(misplaced, action, thing)


def test_the_administrator_sees_no_content() -> None:
    for submitted in (False, True):
        thing = Thing(SUPPLIER, BUYER, submitted=submitted)
        assert not any(may(person(Role.ADMINISTRATOR), action, thing) for action in CONTENT)


actors = st.builds(
    Actor,
    user_id=st.uuids(),
    organisation_id=st.sampled_from([SUPPLIER, OTHER_SUPPLIER, BUYER, OTHER_BUYER]),
    side=st.sampled_from(get_args(Side)),
    roles=st.frozensets(st.sampled_from(Role)),
    name=st.just("N"),
    organisation_name=st.just("O"),
    language=st.just("sv"),
)
places = st.sampled_from([None, SUPPLIER, OTHER_SUPPLIER, BUYER, OTHER_BUYER])
things = st.builds(Thing, supplier_id=places, buyer_id=places, submitted=st.booleans())


@given(actor=actors, action=st.sampled_from(sorted(CONTENT)), thing=things)
def test_no_buyer_ever_touches_the_content_of_a_draft(
    actor: Actor, action: Action, thing: Thing
) -> None:
    if actor.side == "buyer" and not thing.submitted:
        assert not may(actor, action, thing)


@given(actor=actors, action=st.sampled_from(Action), thing=things)
def test_no_supplier_ever_does_anything_with_what_is_anothers(
    actor: Actor, action: Action, thing: Thing
) -> None:
    if actor.side == "supplier" and thing.supplier_id != actor.organisation_id:
        assert action == Action.CHANGE_OWN_SETTINGS or not may(actor, action, thing)


@given(actor=actors, action=st.sampled_from(Action), thing=things, more=st.sampled_from(Role))
def test_one_more_role_never_takes_a_right_away(
    actor: Actor, action: Action, thing: Thing, more: Role
) -> None:
    wider = Actor(
        actor.user_id, actor.organisation_id, actor.side, actor.roles | {more}, "N", "O", "sv"
    )
    assert may(wider, action, thing) or not may(actor, action, thing)


@given(actor=actors, action=st.sampled_from(Action), thing=things)
def test_check_passes_exactly_what_may_grants(actor: Actor, action: Action, thing: Thing) -> None:
    try:
        check(actor, action, thing)
    except (Denied, NotFound):
        assert not may(actor, action, thing)
    else:
        assert may(actor, action, thing)


def test_a_refusal_says_why_without_telling_strangers_anything() -> None:
    draft, submitted = Thing(SUPPLIER, BUYER), Thing(SUPPLIER, BUYER, submitted=True)
    with pytest.raises(NotFound):
        check(person(Role.REVIEWER), Action.READ_SUBMISSION, Thing(SUPPLIER, OTHER_BUYER))
    with pytest.raises(Denied) as closed:
        check(person(Role.REVIEWER), Action.READ_SUBMISSION, draft)
    assert closed.value.sentence == DRAFT_IS_CLOSED
    with pytest.raises(Denied) as locked:
        check(person(Role.SUPPLIER_EDITOR), Action.ANSWER, submitted)
    assert locked.value.sentence == SUBMITTED_IS_LOCKED
    with pytest.raises(Denied) as plain:
        check(person(Role.PLANNER), Action.SEE_HEALTH)
    assert plain.value.sentence == Denied.sentence


def test_every_role_and_kind_has_a_name_and_every_kind_a_side() -> None:
    assert set(ROLE_NAMES) == set(Role)
    assert set(ORGANISATION_KIND_NAMES) == set(OrganisationKind)
    assert {kind for kind in OrganisationKind if kind.side == "supplier"} == {
        OrganisationKind.SUPPLIER
    }

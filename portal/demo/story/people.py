"""The buyers, suppliers and people of the story; every name and address is made up."""

from dataclasses import dataclass
from typing import Final

from portal.domain.access import OrganisationKind, Role

# Stands here alone: production never imports this package, and refuses the demonstration's key.
PASSWORD: Final = "lingon-granit-fjord"  # noqa: S105 - it is told to everyone


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who can sign in. ``part`` says in the terminal what they are here for."""

    name: str
    email: str
    roles: tuple[Role, ...]
    language: str = "sv"
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """A buyer: its administrator is there from the start and invites the others."""

    name: str
    kind: OrganisationKind
    number: str
    administrator: Person
    staff: tuple[Person, ...]

    @property
    def planner(self) -> Person:
        """Who sends its campaigns."""
        return next(person for person in self.staff if Role.PLANNER in person.roles)

    @property
    def reviewer(self) -> Person:
        """Who reviews for it."""
        return next(person for person in self.staff if Role.REVIEWER in person.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """A supplier: the contact is invited by the first buyer, and invites the colleagues.

    Without a contact person, the mails to ``email`` come back.
    """

    name: str
    number: str
    email: str
    contact: Person | None
    colleagues: tuple[Person, ...] = ()

    @property
    def editor(self) -> Person:
        """Who fills in the answers. Raises LookupError where nobody has been reached."""
        people = [*self.colleagues, *([self.contact] if self.contact else [])]
        if not people:
            raise LookupError(self.name)
        return people[0]


def _contact(name: str, email: str, *, language: str = "sv", part: str = "") -> Person:
    both = (Role.SUPPLIER_ADMINISTRATOR, Role.SUPPLIER_EDITOR)
    return Person(name=name, email=email, roles=both, language=language, part=part)


MALARBYGDEN: Final = Buyer(
    name="Region Mälarbygden",
    kind=OrganisationKind.REGION,
    number="559901-1010",
    administrator=Person(
        name="Mats Ekdal",
        email="mats.ekdal@malarbygden.example",
        roles=(Role.ADMINISTRATOR,),
        part="administrator",
    ),
    staff=(
        Person(
            name="Karin Holmgren",
            email="karin.holmgren@malarbygden.example",
            roles=(Role.PLANNER,),
            part="planner",
        ),
        Person(
            name="Henrik Sundvall",
            email="henrik.sundvall@malarbygden.example",
            roles=(Role.REVIEWER,),
            part="reviewer",
        ),
        Person(
            name="Grace Ashdown",
            email="grace.ashdown@malarbygden.example",
            roles=(Role.REVIEWER,),
            language="en",
            part="reviewer, in English",
        ),
    ),
)
NORRSUNDA: Final = Buyer(
    name="Norrsunda kommun",
    kind=OrganisationKind.MUNICIPALITY,
    number="559901-2026",
    administrator=Person(
        name="Per Nordlander",
        email="per.nordlander@norrsunda.example",
        roles=(Role.ADMINISTRATOR,),
    ),
    staff=(
        Person(
            name="Ebba Wiklander",
            email="ebba.wiklander@norrsunda.example",
            roles=(Role.PLANNER, Role.REVIEWER),
        ),
    ),
)
KUSTLANDET: Final = Buyer(
    name="Upphandlingsbolaget Kustlandet",
    kind=OrganisationKind.CENTRAL_PURCHASING_BODY,
    number="559901-3032",
    administrator=Person(
        name="Jonna Strandell",
        email="jonna.strandell@kustlandet.example",
        roles=(Role.ADMINISTRATOR,),
    ),
    staff=(
        Person(
            name="Tomas Skärholt",
            email="tomas.skarholt@kustlandet.example",
            roles=(Role.PLANNER,),
        ),
        Person(
            name="Nadia Farrow",
            email="nadia.farrow@kustlandet.example",
            roles=(Role.REVIEWER,),
            language="en",
        ),
    ),
)
BUYERS: Final = (MALARBYGDEN, NORRSUNDA, KUSTLANDET)

LINDMARK: Final = Supplier(
    name="Lindmark Textil AB",
    number="559900-1407",
    email="bjorn@lindmarktextil.example",
    contact=_contact(
        "Björn Lindmark", "bjorn@lindmarktextil.example", part="supplier, administrator"
    ),
    colleagues=(
        Person(
            name="Anna Lindmark",
            email="anna@lindmarktextil.example",
            roles=(Role.SUPPLIER_EDITOR,),
            part="supplier, editor",
        ),
    ),
)
NORDHAV: Final = Supplier(
    name="Nordhav Kemi AB",
    number="559900-2223",
    email="sofia@nordhavkemi.example",
    contact=_contact(
        "Sofia Tångring", "sofia@nordhavkemi.example", part="supplier with nearly all left to do"
    ),
)
LJUNGBY: Final = Supplier(
    name="Ljungby Medicinteknik AB",
    number="559900-3344",
    email="fredrik@ljungbymedicin.example",
    contact=_contact("Fredrik Stenbrohult", "fredrik@ljungbymedicin.example"),
)
ELEKTRONIKLAGRET: Final = Supplier(
    name="Elektroniklagret Norr AB",
    number="559900-6677",
    email="owen@elektroniklagret.example",
    contact=_contact(
        "Owen Fairbrass",
        "owen@elektroniklagret.example",
        language="en",
        part="supplier, in English",
    ),
)
STADSMOBLER: Final = Supplier(
    name="Stadsmöbler i Tranås AB",
    number="559900-4457",
    email="gunnar@stadsmobler.example",
    contact=_contact("Gunnar Sommenius", "gunnar@stadsmobler.example"),
)
KAFFEGROSSEN: Final = Supplier(
    name="Kaffegrossen Sigtuna AB",
    number="559900-5560",
    email="hedda@kaffegrossen.example",
    contact=_contact("Hedda Rosterman", "hedda@kaffegrossen.example"),
)
VASTERO: Final = Supplier(
    name="Västerö Skyddsskor AB",
    number="559900-7782",
    email="order@vastero-skyddsskor.example",
    contact=None,
)
SUPPLIERS: Final = (
    LINDMARK,
    NORDHAV,
    LJUNGBY,
    ELEKTRONIKLAGRET,
    STADSMOBLER,
    KAFFEGROSSEN,
    VASTERO,
)


def everyone() -> tuple[Person, ...]:
    """Everyone who can sign in, buyers first."""
    at_buyers = [person for buyer in BUYERS for person in (buyer.administrator, *buyer.staff)]
    at_suppliers = [
        person
        for supplier in SUPPLIERS
        for person in (*supplier.colleagues, *([supplier.contact] if supplier.contact else []))
    ]
    return (*at_buyers, *at_suppliers)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A way into the demonstration, as it is told in the terminal."""

    role: str
    email: str
    password: str


_ORDER: Final = (
    "supplier, editor",
    "supplier, administrator",
    "supplier with nearly all left to do",
    "supplier, in English",
    "reviewer",
    "reviewer, in English",
    "planner",
    "administrator",
)
SIGN_INS: Final = tuple(
    SignIn(person.part, person.email, PASSWORD)
    for person in sorted(
        (person for person in everyone() if person.part),
        key=lambda person: _ORDER.index(person.part),
    )
)

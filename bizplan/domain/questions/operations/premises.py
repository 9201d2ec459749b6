"""Where the work is done: the address, its lease, and what is still to be done and asked there."""

from ..asking import choice, long_text, number, text, when_is
from ..question import Option, Page

LEASED = when_is("operations.premises", "rented", "shared")

QUESTIONS = (
    choice(
        "operations.premises", "Where will you work?",
        Option("home", "At home", hint="Look in your rental contract whether a business is permitted"),
        Option("rented", "In rented premises", hint="A shop, a workshop or an office for you alone"),
        Option("own", "In own premises", hint="You own the building, or a part of it"),
        Option("on_the_road", "At customers' or on markets", hint="You have no place where customers come"),
        Option("shared", "In shared premises", hint="A chair, a kitchen or a desk among others"),
        feeds="dossier.operations", required=True,
    ),
    text(
        "operations.address", "Address of the business", feeds="dossier.operations", required=True,
        ask="What will be the address of the business?",
        help="This address stands on your invoices and everybody can look it up. It may be your home. "
        "If you still search, name the neighbourhood.",
        example="Molenstraat, 9300 Aalst.",
    ),
    number(
        "operations.floor_area", "Floor area", high=1_000_000, unit="m2", feeds="dossier.operations",
        ask="How large is the place, in square metres?",
        help="Length times width, all rooms together. Count only what the business uses.",
        example="Shirin's room is 7 m long and 5 m wide: 7 × 5 = 35 m².",
        proof="the lease, a plan of the building, your own measuring",
    ),
    text(
        "operations.lease", "Kind of lease and its term", when=LEASED, feeds="dossier.operations",
        ask="What kind of lease is it, and for how long?",
        help="A commercial lease protects a shop for many years. A short lease ends soon, but binds you less. "
        "Let somebody read it before you sign.",
        example="Shirin: a chair in a salon, one year, three months' notice.",
    ),
    choice(
        "operations.lease_signed", "Is the lease signed?",
        Option("signed", "Signed", icon="ok"), Option("promised", "Promised", icon="busy"),
        Option("searching", "Still searching", icon="none"),
        when=LEASED, feeds="dossier.operations",
        help="Better not sign before the loan is sure. You can ask the owner to add that condition.",
    ),
    long_text(
        "operations.works", "Works to be done first", feeds="dossier.operations",
        ask="What work does the place need before you can open?",
        help="Think of water, electricity, floor, air and toilets. Say who does it, when, and what you have on paper. "
        "Enter the price with the things that last.",
        example="Samira: three-phase electricity and an air duct, four weeks, quote from an electrician in Genk.",
    ),
    choice(
        "operations.zoning", "Zoning, fire safety and access for disabled people",
        Option("checked", "Checked and fine", icon="ok"), Option("asked", "Asked", icon="busy"),
        Option("unknown", "Not checked yet", icon="none"),
        feeds="dossier.operations",
        ask="May you run this business at this place?",
        help="The town hall tells whether a business is permitted there (zoning). "
        "Ask about fire safety, and about access for a wheelchair.",
    ),
)

PAGES = (
    Page("place", "Your place of work", ("operations.premises", "operations.address", "operations.floor_area")),
    Page("lease", "The lease", ("operations.lease", "operations.lease_signed")),
    Page("works", "Before you can open", ("operations.works", "operations.zoning")),
)

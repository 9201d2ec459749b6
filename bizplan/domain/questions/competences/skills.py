"""What the entrepreneur can use: languages, tools, a vehicle, training, and the people around."""

from ..asking import choice, choices, text, yes_no
from ..question import Option

LEVELS = (
    Option("none", "Not at all"), Option("a1", "A1", hint="A few words and short sentences"),
    Option("a2", "A2", hint="Simple talk about daily things"),
    Option("b1", "B1", hint="Most things of daily life"),
    Option("b2", "B2", hint="Work and discussions go well"),
    Option("c1", "C1 or better", hint="Nearly everything, also difficult things"),
)

LANGUAGES = (
    text(
        "competences.languages[].name", "Language", feeds="dossier.person",
        ask="Which language do you know?",
        help="Name all of them, your first language too. Each one can bring customers.",
        example="Kurdish",
    ),
    choice(
        "competences.languages[].understands", "Understands", *LEVELS, feeds="dossier.person",
        ask="How well do you understand it?",
        help="Think of people who speak to you.",
    ),
    choice(
        "competences.languages[].speaks", "Speaks", *LEVELS, feeds="dossier.person",
        ask="How well do you speak it?",
        help="Think of a talk with a customer.",
    ),
    choice(
        "competences.languages[].reads", "Reads", *LEVELS, feeds="dossier.person",
        ask="How well do you read it?",
        help="Think of a letter of the town hall.",
    ),
    choice(
        "competences.languages[].writes", "Writes", *LEVELS, feeds="dossier.person",
        ask="How well do you write it?",
        help="Think of a message to a supplier.",
    ),
)

TOOLS = (
    choices(
        "competences.digital", "What do you use?",
        Option("phone", "Smartphone"), Option("computer", "Computer"), Option("email", "E-mail"),
        Option("electronic_identity", "Electronic identity card or itsme",
               hint="You sign in with it at public services"),
        Option("online_bank", "Online bank", hint="You pay and see your account on a screen"),
        Option("spreadsheet", "Spreadsheets", hint="Excel or another"),
        feeds="dossier.person",
        ask="Which of these do you use?",
        help="A business sends bills and reports by computer. What you do not use yet, you can learn.",
    ),
    yes_no(
        "competences.driving_licence", "Do you have a driving licence that is valid in Belgium?",
        feeds="dossier.person",
        help="A licence from the European Union is valid. Another one? Ask the town hall whether you can exchange it.",
    ),
    text(
        "competences.vehicle", "Vehicle that you can use", feeds="dossier.person",
        ask="Which vehicle can you use for the business?",
        help="Your own, or one that you may borrow. A bicycle counts. Leave it open if there is none.",
        example="Cargo bicycle of my own; the van of a friend on Saturday",
    ),
)

TRAINING = (
    text(
        "competences.training[].name", "Training or days beside another entrepreneur", feeds="dossier.person",
        ask="Which training or look-along days?",
        help="Look-along days: you stand beside another entrepreneur and learn the trade here.",
        example="Course in bookkeeping, 10 evenings",
    ),
    choice(
        "competences.training[].status", "How far is it?",
        Option("done", "Done"), Option("running", "Running", hint="You follow it now"),
        Option("wanted", "Wanted", hint="You would like to follow it"),
        feeds="dossier.person",
    ),
)

REFERENCES = (
    text(
        "competences.references[].name", "Name", feeds="dossier.person",
        ask="Who can say something good about your work?",
        help="Somebody outside your family: an employer, a teacher, a customer. Ask them first.",
        example="Ms Peeters",
    ),
    text(
        "competences.references[].relation", "Relation", feeds="dossier.person",
        ask="How do they know you?",
        example="Teacher of my Dutch course",
    ),
    text(
        "competences.references[].contact", "Telephone or e-mail", feeds="dossier.person",
        ask="How can a lender reach them?",
        help="Give a telephone number or an e-mail address.",
        example="0470 00 00 01",
    ),
)

NETWORK = (
    text(
        "competences.network[].name", "Name", feeds="dossier.person",
        ask="Who can help your business?",
        help="A person, a shop or an association. Think also of neighbours, school and sports.",
        example="Lamp shop Het Licht, Mechelen",
    ),
    choice(
        "competences.network[].role", "What can they be for the business?",
        Option("customer", "Customer", hint="They may buy from you"),
        Option("supplier", "Supplier", hint="You may buy from them"),
        Option("adviser", "Adviser", hint="They know the trade or the rules"),
        Option("helper", "Helping hand", hint="They help now and then"),
        feeds="dossier.person",
        ask="What can they do for your business?",
    ),
)

QUESTIONS = LANGUAGES + TOOLS + TRAINING + REFERENCES + NETWORK

"""The fifteen competences of an entrepreneur, after the European framework EntreComp (Bacigalupo and others, 2016).

Each has two plain statements; the entrepreneur and the coach say, apart, how far they agree: 1 not at all, 5 fully.
Beside each statement stands what somebody else answered, and out of what life: a number alone says little.
"""

from ..asking import whole
from ..question import Question

OWN_SCALE = "Give a number from 1 to 5. 1 is: not at all. 5 is: fully. Think of something that you really did."
COACH_SCALE = "1 is not at all, 5 is fully. Rate what you saw or heard, before you look at the other rating."


def statements(competence: str, first: tuple[str, str], second: tuple[str, str]) -> tuple[Question, ...]:
    """Two statements about one competence, each with an example, each rated by the entrepreneur and by the coach."""
    key = f"competences.entrecomp.{competence}"
    return (
        _of_entrepreneur(f"{key}.first", *first), _of_coach(f"{key}.first_coach", first[0]),
        _of_entrepreneur(f"{key}.second", *second), _of_coach(f"{key}.second_coach", second[0]),
    )


def _of_entrepreneur(key: str, statement: str, example: str) -> Question:
    return whole(key, statement, low=1, high=5, feeds="dossier.person", help=OWN_SCALE, example=example)


def _of_coach(key: str, statement: str) -> Question:
    return whole(key, statement, low=1, high=5, feeds="dossier.person", coach=True, help=COACH_SCALE)


IDEAS_AND_OPPORTUNITIES = (
    *statements(
        "spotting_opportunities",
        ("I notice what people around me need and cannot find.",
         "4. Neighbours asked where to buy fresh herbs. I grew them and sold them."),
        ("I see chances where others see a problem.",
         "3. When the bus stopped coming, I drove people to the market."),
    ),
    *statements(
        "creativity",
        ("I find several ways to solve a problem.",
         "4. My oven broke. I borrowed one, and cooked on charcoal until it came."),
        ("I like to try out something new.", "2. I like to work as I learned it."),
    ),
    *statements(
        "vision",
        ("I know where I want to be in three years.", "5. My own workshop, with one apprentice."),
        ("I can tell others what my business will look like.",
         "3. In my language yes. In Dutch I am still learning it."),
    ),
    *statements(
        "valuing_ideas",
        ("I can say why an idea is worth something to a customer.",
         "4. I come to their home: it saves them a day without their machine."),
        ("I can tell a good idea from one that only I like.",
         "3. I let ten people taste. Seven did not want the spicy one, so I dropped it."),
    ),
    *statements(
        "ethical_and_sustainable_thinking",
        ("I think of what my choices do to other people and to nature.",
         "4. I repair before I replace, and I give left-over food away."),
        ("I keep my word, even when it costs me something.",
         "5. I had promised a dress for Friday. I worked the whole night."),
    ),
)

RESOURCES = (
    *statements(
        "self_awareness",
        ("I know what I am good at and what I am not.", "4. I am good with people. For figures I ask my sister."),
        ("I believe that I can bring to an end what I begin.", "5. I learned Dutch beside a full job."),
    ),
    *statements(
        "perseverance",
        ("I go on when things are difficult.", "5. Three landlords said no. I asked the fourth."),
        ("I stay eager when results take time.", "3. The first months on the market I sold little. I doubted."),
    ),
    *statements(
        "mobilising_resources",
        ("I get hold of what I need: tools, goods, time, help.",
         "4. I found a second-hand sewing machine, and a room in a school."),
        ("I can do much with little.", "5. I began with one pan and two tables."),
    ),
    *statements(
        "financial_literacy",
        ("I can work out what I earn on one sale.", "3. I pay € 2 and ask € 5, so € 3. VAT is new to me."),
        ("I know each month what comes in and what goes out.", "4. I write it in a notebook every evening."),
    ),
    *statements(
        "mobilising_others",
        ("I can win people for my plan.", "4. Two friends help me on Saturday, because they believe in it."),
        ("I can explain myself so that others join in.", "2. I am shy in a group. With one person it goes well."),
    ),
)

INTO_ACTION = (
    *statements(
        "taking_the_initiative",
        ("I begin without waiting to be told.", "4. I asked the town myself for a place on the market."),
        ("I dare to decide.", "3. Small things yes. For large things I ask advice first."),
    ),
    *statements(
        "planning_and_management",
        ("I make a plan and set goals.", "3. I have a list for each week, not yet for the year."),
        ("I do first what matters most.", "4. First the orders of customers, then cleaning, then messages."),
    ),
    *statements(
        "coping_with_uncertainty",
        ("I can work while not everything is certain.", "5. In my shop I never knew when there would be power."),
        ("I try things out in small steps before I risk much.", "4. I made twenty jars first, not two hundred."),
    ),
    *statements(
        "working_with_others",
        ("I work well together with others.", "4. I led a team of five in a kitchen."),
        ("I can settle a quarrel.", "3. I listen to both and let them rest. It does not always work."),
    ),
    *statements(
        "learning_through_experience",
        ("I learn from what went wrong.", "4. I once gave too much credit. Now customers pay at once."),
        ("I ask others what I could do better.", "2. I find it hard to hear. I want to learn it."),
    ),
)

QUESTIONS = IDEAS_AND_OPPORTUNITIES + RESOURCES + INTO_ACTION

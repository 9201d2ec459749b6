"""The fifteen competences of an entrepreneur, after the European framework EntreComp (Bacigalupo and others, 2016).

Each has two plain statements; the entrepreneur and the coach say, apart, how far they agree: 1 not at all, 5 fully.
"""

from .asking import whole
from .question import Question


def statements(competence: str, first: str, second: str) -> tuple[Question, ...]:
    """The two statements about one competence, each rated by the entrepreneur and by the coach."""
    return (
        _rated(f"competences.entrecomp.{competence}.first", first, coach=False),
        _rated(f"competences.entrecomp.{competence}.first_coach", first, coach=True),
        _rated(f"competences.entrecomp.{competence}.second", second, coach=False),
        _rated(f"competences.entrecomp.{competence}.second_coach", second, coach=True),
    )


def _rated(key: str, statement: str, coach: bool) -> Question:
    return whole(key, statement, low=1, high=5, feeds="dossier.person", coach=coach)


IDEAS_AND_OPPORTUNITIES = (
    *statements(
        "spotting_opportunities",
        "I notice what people around me need and cannot find.",
        "I see chances where others see a problem.",
    ),
    *statements("creativity", "I find several ways to solve a problem.", "I like to try out something new."),
    *statements(
        "vision",
        "I know where I want to be in three years.",
        "I can tell others what my business will look like.",
    ),
    *statements(
        "valuing_ideas",
        "I can say why an idea is worth something to a customer.",
        "I can tell a good idea from one that only I like.",
    ),
    *statements(
        "ethical_and_sustainable_thinking",
        "I think of what my choices do to other people and to nature.",
        "I keep my word, even when it costs me something.",
    ),
)

RESOURCES = (
    *statements(
        "self_awareness",
        "I know what I am good at and what I am not.",
        "I believe that I can bring to an end what I begin.",
    ),
    *statements("perseverance", "I go on when things are difficult.", "I stay eager when results take time."),
    *statements(
        "mobilising_resources",
        "I get hold of what I need: tools, goods, time, help.",
        "I can do much with little.",
    ),
    *statements(
        "financial_literacy",
        "I can work out what I earn on one sale.",
        "I know each month what comes in and what goes out.",
    ),
    *statements("mobilising_others", "I can win people for my plan.", "I can explain myself so that others join in."),
)

INTO_ACTION = (
    *statements("taking_the_initiative", "I begin without waiting to be told.", "I dare to decide."),
    *statements(
        "planning_and_management",
        "I make a plan and set goals.",
        "I do first what matters most.",
    ),
    *statements(
        "coping_with_uncertainty",
        "I can work while not everything is certain.",
        "I try things out in small steps before I risk much.",
    ),
    *statements("working_with_others", "I work well together with others.", "I can settle a quarrel."),
    *statements(
        "learning_through_experience",
        "I learn from what went wrong.",
        "I ask others what I could do better.",
    ),
)

QUESTIONS = IDEAS_AND_OPPORTUNITIES + RESOURCES + INTO_ACTION

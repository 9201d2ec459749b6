"""Rules on the dossier: chapters, papers, people who vouch, risks, and what is not calculated yet."""

from ...assumptions import left_out
from ...questions import PHASES, QUESTIONS
from ...translated import NAMES, dossier_language, untranslated
from ..case import Case
from ..finding import Place
from ..papers import papers
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_answers
from ..sections import Completeness, completeness
from ..sentences import N_, Count, Several, Term, Words, several

REFERENCES, RISKS = 2, 3
"""What the dossier asks for: people who can be called, and risks with what is done about them."""


@on_answers(
    WARNING, "inform",
    found=N_("The chapter “{chapter}” is empty; answers wanted: {count}."),
    means=N_("The dossier prints “not filled in yet” there."),
    mend=N_("Begin with the first question of the chapter."),
)
def chapter_empty(case: Case) -> Found:
    """Every chapter of the study has its answers."""
    for section in completeness(case):
        if section.wanted and not section.answered:
            yield _chapter(section)


@on_answers(
    REMARK, "inform",
    found=N_("In the chapter “{chapter}” answers are missing ({count}): {questions}."),
    mend=N_("Fill them in; an estimate with its reason is an answer too."),
)
def chapter_incomplete(case: Case) -> Found:
    """Every chapter that was begun is finished."""
    for section in completeness(case):
        if section.answered and section.missing:
            yield _chapter(section)


def _chapter(section: Completeness) -> Noticed:
    labels = tuple(Term(_label(place)) for place in dict.fromkeys(section.missing))
    return Noticed(
        {"chapter": Term(section.title), "count": Count(len(section.missing)), "questions": Several(labels, most=3)},
        section.missing,
        subject=section.section,
    )


def _label(place: Place) -> str:
    groups = {group.key: group.label for phase in PHASES for group in phase.groups}
    return QUESTIONS[place.key].label if place.key in QUESTIONS else groups[place.key]


@on_answers(
    WARNING, "financing",
    found=N_("{row} is left out of the calculation: {question} is not known."),
    mend=N_("Fill it in, or take the line out."),
)
def row_left_out(case: Case) -> Found:
    """Everything in the plan is calculated."""
    for missing in left_out(case.plan):
        group = missing.question.group
        named = f"{group}[].name" in QUESTIONS
        row = Words(case.name(group, missing.row) if named else missing.row) if group else Term(N_("The test phase"))
        place = Place(missing.question.key, missing.row, missing.place)
        yield Noticed({"row": row, "question": Term(missing.question.label)}, (place,))


@on_answers(
    WARNING, "planning",
    found=N_("Papers not in hand and not asked for ({count}): {papers}."),
    means=N_("A dossier waits for its last paper."),
    mend=N_("Ask for the slow ones first."),
)
def papers_missing(case: Case) -> Found:
    """The papers that this plan needs are on their way."""
    missing = papers(case).missing
    if missing:
        labels = Several(tuple(Term(QUESTIONS[key].label) for key in missing))
        yield Noticed({"count": Count(len(missing)), "papers": labels}, tuple(map(case.place, missing)))


@on_answers(
    REMARK, "planning",
    found=N_("Papers asked for and not in hand ({count}): {papers}."),
    mend=N_("Write down when you expect them."),
)
def papers_awaited(case: Case) -> Found:
    """The papers that were asked for are in hand."""
    asked = papers(case).asked
    if asked:
        labels = Several(tuple(Term(QUESTIONS[key].label) for key in asked))
        yield Noticed({"count": Count(len(asked)), "papers": labels}, tuple(map(case.place, asked)))


@on_answers(
    REMARK, "competences",
    found=N_("People who can be called as a reference: {count}; asked for: {wanted}."),
    mend=N_("Ask a former employer, a teacher or a customer."),
)
def references_missing(case: Case) -> Found:
    """Two people vouch for the entrepreneur."""
    count = len(case.rows("competences.references"))
    if count < REFERENCES:
        yield Noticed({"count": Count(count), "wanted": Count(REFERENCES)}, (case.place("competences.references"),))


@on_answers(
    REMARK, "planning",
    found=N_("Texts that are not yet in {language}, or changed since: {count}."),
    means=N_("A lender cannot read them. The dossier prints them as they were written."),
    mend=N_("Write them together in that language, or give the list to an interpreter."),
)
def texts_untranslated(case: Case) -> Found:
    """The lender can read every text of the dossier."""
    language = dossier_language(case.plan)
    texts = untranslated(case.plan, language)
    if texts:
        places = tuple(case.place(each.question.key, each.row) for each in texts)
        yield Noticed({"language": Term(NAMES[language]), "count": Count(len(texts))}, places)


@on_answers(
    WARNING, "planning",
    found=N_("The opinion of the coach is not there, or not dated."),
    means=N_("It is the first thing that a committee reads after the figures."),
    mend=N_("Ask your coach to read the plan and to write it."),
)
def coach_opinion_missing(case: Case) -> Found:
    """The coach has given a dated opinion."""
    wanted = [f"planning.coach.{name}" for name in ("opinion", "advice", "date")]
    missing = [case.place(key) for key in wanted if not case.is_answered(key)]
    if missing:
        yield Noticed({}, tuple(missing))


@on_answers(
    WARNING, "planning",
    found=N_("The coach advises: not yet."),
    mend=N_("Do first what the coach asks, then look again together."),
)
def coach_says_not_yet(case: Case) -> Found:
    """The coach advises to begin."""
    if case.value("planning.coach.advice") == "not_yet":
        yield Noticed({}, (case.place("planning.coach.advice"), case.place("planning.coach.conditions")))


@on_answers(
    BLOCKER, "inform",
    found=N_("There is no consent to keep and share these answers."),
    means=N_("Without it nobody may pass the dossier on."),
    mend=N_("Read together what is kept and who sees it, and answer the question."),
)
def consent_refused(case: Case) -> Found:
    """The person agrees that the dossier is passed on."""
    if case.value("inform.consent") is False:
        yield Noticed({}, (case.place("inform.consent"),))


@on_answers(
    WARNING, "risks",
    found=N_("Risks named: {count}; the study asks for {wanted}."),
    means=N_("Who names no risks has not looked for them."),
    mend=N_("Think of sales, illness, the premises and the right to stay."),
)
def risks_few(case: Case) -> Found:
    """The main risks are named."""
    count = len(case.rows("risks.main"))
    if count < RISKS:
        yield Noticed({"count": Count(count), "wanted": Count(RISKS)}, (case.place("risks.main"),))


@on_answers(
    WARNING, "risks",
    found=N_("For {risks} it is not said what you will do."),
    mend=N_("Write one thing that makes it less likely or less bad."),
)
def risk_without_measure(case: Case) -> Found:
    """For each risk there is a measure."""
    rows = [row for row in case.rows("risks.main") if not case.is_answered("risks.main[].measure", row)]
    if rows:
        names = several([case.name("risks.main", row) for row in rows])
        yield Noticed({"risks": names}, tuple(case.place("risks.main[].measure", row) for row in rows))


@on_answers(
    REMARK, "test_phase",
    found=N_("Not true, or only in part: {claims}."),
    means=N_("The trial said something else than the plan."),
    mend=N_("Put what was measured into the plan."),
)
def trial_contradicts(case: Case) -> Found:
    """What the trial showed is in the plan."""
    rows = [
        row for row in case.rows("test_phase.hypotheses")
        if case.value("test_phase.hypotheses[].outcome", row) in ("partly", "false")
    ]
    if rows:
        names = several([str(case.value("test_phase.hypotheses[].claim", row) or row) for row in rows])
        yield Noticed({"claims": names}, tuple(case.place("test_phase.hypotheses[].outcome", row) for row in rows))

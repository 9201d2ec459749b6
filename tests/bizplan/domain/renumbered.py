"""Plans whose rows have the same ids if they are the same rows: what two plans can be compared by."""

from dataclasses import replace

from bizplan.domain.plan import Plan
from bizplan.domain.questions import QUESTIONS, Kind


def renumbered(plan: Plan) -> Plan:
    """The plan with the rows of each group numbered, and what points at a row following."""
    ids = {(group, row): f"row_{at}" for group, rows in plan.rows.items() for at, row in enumerate(rows)}
    answers = {}
    for (key, row), answer in plan.answers.items():
        question = QUESTIONS[key]
        if question.kind is Kind.ROW:
            answer = replace(answer, value=ids[question.of, str(answer.value)])
        answers[key, ids[question.group, row] if row else ""] = answer
    versions = {(key, ids[QUESTIONS[key].group, row] if row else "", language): version
                for (key, row, language), version in plan.translations.items()}
    return Plan(plan.language, answers, {
        group: tuple(ids[group, row] for row in rows) for group, rows in plan.rows.items()}, versions)

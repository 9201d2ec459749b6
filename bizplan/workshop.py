"""From a plan file to everything that is made of it: the steps that the command line (and later a worker) takes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.clock import today
from bizplan.domain.fingerprint import dated
from bizplan.domain.json_document import LARGEST_FILE
from bizplan.domain.plan import Plan as Study
from bizplan.domain.plan_file_error import Refused, shown
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.domain.translated import printed
from bizplan.translations import translator
from financial_models import Plan, Values, evaluate, evaluate_scenarios, named_scenarios, why
from financial_models.language import YearColumn
from financial_models.readers.words import Why


@dataclass(frozen=True)
class Workshop:
    """A plan as it was written, as the engine sees it, and its figures."""

    study: Study
    engine: Plan
    values: Values

    @classmethod
    def of(cls, path: Path, recipient: Recipient | None = None) -> Workshop:
        """Read, cut for a reader where one is named, and calculated; raises PlanFileError with the place of a fault."""
        study, day = plan_file.read(_standard_input()) if str(path) == "-" else plan_file.load(path), today()
        return cls.on(dated(released(study, recipient), day) if recipient else study, day)

    @classmethod
    def on(cls, study: Study, day: date) -> Workshop:
        """A plan calculated as on a day; raises PlanFileError with the place of whatever is wrong."""
        engine = built(study, day)
        return cls(study, engine, evaluate(engine.model))

    @property
    def language(self) -> str:
        """The language of its documents: the plan's own, else Dutch."""
        return self.study.language if self.study.language in ("nl", "fr", "en") else "nl"

    def printed_in(self, language: str, day: date) -> Workshop:
        """The same with its lines named as its documents in a language name them; the figures stay what they are."""
        study = printed(self.study, language)
        named = any(answer != self.study.answers[place] and not QUESTIONS[place[0]].feeds.startswith("dossier.")
                    for place, answer in study.answers.items())
        if not named:
            return self
        engine = built(study, day)
        return Workshop(self.study, engine, evaluate(engine.model))

    def in_scenario(self, name: str) -> Values:
        """The figures in a named scenario."""
        if name == "base":
            return self.values
        a = self.engine.assumptions.timeline
        chosen = [s for s in named_scenarios(date(int(a.year), int(a.month), 1)) if s.name == name]
        return evaluate_scenarios(self.engine, chosen)


def _standard_input() -> bytes:
    """What is piped in, no further than it can be a plan."""
    if sys.stdin is None:
        raise Refused("standard input is closed: name a plan file instead of -")
    try:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(f"standard input cannot be read ({error.strerror}): name a plan file instead of -") from error


def explained(work: Workshop, line: str, when: str, language: str, depth: int) -> Iterator[tuple[int, Why]]:
    """The sentences of an explanation, each with how deep it stands."""
    if line not in work.engine.model.by_key:
        near = ", ".join(work.engine.model.near(line)) or "none"
        raise Refused(f"no line is called {shown(line)}; near it: {near}. bizplan figures PLAN lists them all")
    month = moment(work, when)
    found = work.engine.model[line]
    if isinstance(month, YearColumn) and found not in work.engine.model.yearly and found.yearly == "none":
        raise Refused(f"{line} is a rate or a flag: it has no value for a year. Ask for a month")
    if isinstance(month, int) and found in work.engine.model.yearly:
        raise Refused(f"{line} is a figure of a year: ask for 'year 1' instead of month {when}")
    return why(work.values, found, month, language=language, translate=translator(language), depth=depth).walk()


def moment(work: Workshop, when: str) -> int | YearColumn:
    """A month of the plan, or one of its years."""
    span = work.engine.model.span
    years = [year for year in span.years() if year.kind == "plan"]
    if match := re.fullmatch(r"year ?(\d{1,2})", when, re.ASCII):
        if not 1 <= int(match[1]) <= len(years):
            raise Refused(f"the plan has no {when!r}: choose year 1 to year {len(years)}")
        return years[int(match[1]) - 1]
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", when, re.ASCII):
        month = (int(match[1]) - span.year) * 12 + int(match[2]) - span.month + 1
    elif re.fullmatch(r"\d{1,3}", when, re.ASCII):
        month = int(when)
    else:
        raise Refused(f"{shown(when)} is no month: write 7, 2027-03 or 'year 2'")
    if not 1 <= month <= span.horizon:
        last = f"{span.calendar_year(span.horizon)}-{span.month_of_year(span.horizon):02d}"
        raise Refused(f"month {when} is outside the plan: it runs from 1 to {span.horizon} "
                      f"({span.year}-{span.month:02d} to {last})")
    return month


def findings(work: Workshop, language: str, today: date) -> Iterator[tuple[str, str, str]]:
    """What was found, worst first: severity, sentence, and the places in the plan file where it is mended."""
    from bizplan.domain.readiness import readiness, sentence
    translate = translator(language)
    for finding in readiness(work.study, work.engine, work.values, today).findings:
        places = ", ".join(place.path for place in finding.places)
        yield finding.severity.name.lower(), sentence(finding, language, translate), places

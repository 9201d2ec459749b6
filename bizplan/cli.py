"""The command line: plans in, figures and documents out.

Results go to standard output, everything else to standard error; an error is one clear sentence and exit status 2.
What calculates is imported by the command that needs it: it takes a while, in which Ctrl-C is as quiet as later.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bizplan import examples
from bizplan.config import BadSetting
from bizplan.domain.plan_file_error import PlanFileError, Refused, on_one_line, shown

if TYPE_CHECKING:
    from bizplan.domain.recipients import Recipient

    from .workshop import Workshop

LANGUAGES = ("nl", "fr", "en")
INTERRUPTED = 130
ALSO = ("summary", "financial_plan")
LAST_PORT = 65535
RECIPIENTS = ("lender", "self")
SCENARIOS = ("base", "sales_down", "costs_up", "later", "less_credit")


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """The sentence, and where help is."""
        _tell(f"{self.prog}: {' '.join(message.split())}. Try {self.prog} --help.")
        raise SystemExit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """What ``bizplan`` does; the answer is the exit status."""
    _speak_utf_8()
    try:
        asked = parser().parse_args(arguments)
        status: int = asked.command(asked)
    except (BadSetting, PlanFileError, Refused) as error:
        _tell(str(error))
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def parser() -> Parser:
    """The commands and what they take."""
    top = Parser(prog="bizplan", description="From a plan file to an Excel model and a PDF dossier.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", build_documents, "writes model.xlsx, dossier.pdf and figures.json", plan=True,
                     language=True)
    build.add_argument("--out", required=True, type=_path, metavar="DIR", help="the folder to write into")
    build.add_argument("--also", action="append", default=[], choices=ALSO, help="another document: the summary of "
                       "two pages, or the financial plan that founders of a company need; may be given twice")
    build.add_argument("--for", dest="recipient", choices=RECIPIENTS, default="lender", help="who reads it: a lender "
                       "(the household in totals) unless given, or oneself (everything)")
    checked = _command(commands, "verify-document", verify_document, "says whether the plan file inside a dossier has "
                       "the fingerprint of the dossier; exit status 1 where it has not")
    checked.add_argument("document", type=_path, metavar="FILE.pdf")
    told = _command(commands, "figures", print_figures, "prints every figure of a plan as JSON", plan=True)
    told.add_argument("--scenario", choices=SCENARIOS, default="base", help="base unless given")
    explain = _command(commands, "explain", print_explanation, "says why a number is that number", plan=True,
                       language=True, arabic=True)
    explain.add_argument("line", help="the key of a line, such as bank.cash")
    explain.add_argument("month", help="a month of the plan (7), a calendar month (2027-03) or a year (year 2)")
    explain.add_argument("--depth", type=int, default=2, help="how many steps down; 2 unless given")
    _command(commands, "check", print_findings, "prints what is missing or implausible, worst first; exit status 1 "
             "for a blocker", plan=True, language=True, arabic=True)
    _command(commands, "schema", print_schema, "prints the JSON Schema of a plan file")
    example = _command(commands, "example", print_example, "prints a plan file; without a name, lists the names")
    example.add_argument("name", nargs="?")
    _add_serving(commands)
    return top


def _add_serving(commands: argparse._SubParsersAction[Parser]) -> None:
    """The commands of the web application."""
    demo = _command(commands, "demo", serve_demo, "serves a filled-in installation on this machine and prints its "
                    "address")
    demo.add_argument("--folder", type=_path, default=Path("bizplan-demo"), help="bizplan-demo unless given")
    demo.add_argument("--port", type=_port, default=8000, help="8000 unless given")
    _command(commands, "serve", serve_application, "serves the web application, with a worker beside it")
    _command(commands, "work", work_alone, "makes the documents that were asked for, beside other machines that serve")
    first = _command(commands, "administrator", make_administrator, "makes the first administrator of an installation "
                     "and prints an address that signs them in once")
    first.add_argument("email", metavar="EMAIL")
    first.add_argument("--another", action="store_true", help="where there is an administrator already")


def _command(commands: argparse._SubParsersAction[Parser], name: str, command: object, does: str, *, plan: bool = False,
             language: bool = False, arabic: bool = False) -> Parser:
    found: Parser = commands.add_parser(name, help=does, description=f"{name}: {does}.")
    found.set_defaults(command=command)
    if plan:
        found.add_argument("plan", type=_path, metavar="PLAN", help="a plan file (JSON), or - for standard input")
    if language:
        found.add_argument("--language", choices=(*LANGUAGES, "ar") if arabic else LANGUAGES,
                           help="that of the plan unless given, else Dutch")
    return found


def _port(text: str) -> int:
    """A port on which this machine can be reached."""
    if not re.fullmatch(r"\d{1,5}", text, re.ASCII) or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{shown(text)} is no port, write a number from 1 to {LAST_PORT}")
    return int(text)


def _path(text: str) -> Path:
    """A path as it was typed; an empty one (a variable that was not set) is not taken for this folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty, write a path (. is this folder)")
    return Path(text)


def build_documents(asked: argparse.Namespace) -> int:
    """The workbook, the dossier and the figures, all of them or none."""
    from bizplan.domain.recipients import Recipient

    from .config import from_environment
    from .delivery import House, made
    from .domain.clock import today
    house = House.of(from_environment())
    work = _calculated(asked, Recipient(asked.recipient))
    _tell_who_waits("Making the workbook and the dossier: a few seconds.")
    house = house if os.environ.get("BIZPLAN_URL") else House(signer=house.signer)
    also = tuple(dict.fromkeys(asked.also))
    for path in made(work, asked.out, asked.language or work.language, today(), house, also):
        _tell(f"written: {on_one_line(str(path))}")
    return 0


def verify_document(asked: argparse.Namespace) -> int:
    """Whether the answers inside a dossier are those that it was made from."""
    from bizplan.documents.verifying import verified
    agrees, sentence = verified(asked.document)
    _answer(sentence)
    return 0 if agrees else 1


def print_figures(asked: argparse.Namespace) -> int:
    """Every figure, in a scenario."""
    from bizplan.domain.figures import as_json, figures

    from .domain.clock import today
    work = _calculated(asked)
    values = work.in_scenario(asked.scenario)
    _answer(as_json(figures(work.engine, values, scenario=asked.scenario, today=today())))
    return 0


def print_explanation(asked: argparse.Namespace) -> int:
    """Why a number is that number, one sentence a line, what it rests on indented under it."""
    from .workshop import explained
    if not 0 <= asked.depth <= 20:
        raise Refused(f"depth is {asked.depth}: choose a number from 0 to 20")
    work = _calculated(asked)
    found = explained(work, asked.line, asked.month, asked.language or work.language, asked.depth)
    _answer("\n".join("  " * deep + why.sentence for deep, why in found))
    return 0


def print_findings(asked: argparse.Namespace) -> int:
    """What was found, worst first, and where to mend it."""
    from .domain.clock import today
    from .workshop import findings
    work = _calculated(asked)
    found = list(findings(work, asked.language or work.language, today()))
    _answer("\n".join(f"[{severity}] {sentence}" + (f" ({where})" if where else "")
                      for severity, sentence, where in found))
    return 1 if any(severity == "blocker" for severity, _, _ in found) else 0


def _calculated(asked: argparse.Namespace, recipient: Recipient | None = None) -> Workshop:
    """The plan that was named, read, cut for a reader where there is one, and calculated."""
    _tell_who_waits("Reading and calculating the plan.")
    from .workshop import Workshop
    return Workshop.of(asked.plan, recipient)


def print_schema(asked: argparse.Namespace) -> int:
    """The JSON Schema of a plan file."""
    from bizplan.domain import schema
    _answer(json.dumps(schema.schema(), ensure_ascii=False, indent=1))
    return 0


def print_example(asked: argparse.Namespace) -> int:
    """A plan file, or the names of all."""
    if asked.name is None:
        _answer("\n".join(examples.names()))
    elif asked.name not in examples.names():
        raise Refused(f"no example is called {shown(asked.name)}: choose one of {', '.join(examples.names())}")
    else:
        _answer(examples.text(asked.name).removesuffix("\n"))
    return 0


def serve_demo(asked: argparse.Namespace) -> int:
    """A demo in a folder of its own, served on this machine until it is stopped."""
    from bizplan import demonstration
    from bizplan.config import Config

    from .serving import check_port, serve
    config = Config(asked.folder, url=f"http://localhost:{asked.port}", demo=True)
    check_port(config)
    _tell("Making the demo ready." if not demonstration.is_demo(asked.folder) else "Opening the demo as it was left.")
    demonstration.furnish(config.folder).database.dispose()
    _answer(config.url)
    _tell("Open this address in a browser. Ctrl-C stops the demo.")
    serve(config, processes=1)
    return 0


def serve_application(asked: argparse.Namespace) -> int:
    """The web application and a worker beside it, until they are stopped."""
    from .config import from_environment
    from .serving import serve
    config = from_environment()
    _tell(f"Serving {config.url}. Ctrl-C stops it.")
    serve(config)
    return 0


def work_alone(asked: argparse.Namespace) -> int:
    """A worker alone, until it is stopped."""
    from .config import from_environment
    from .serving import work
    work(from_environment())
    return 0


def make_administrator(asked: argparse.Namespace) -> int:
    """The address at which the administrator signs in, once."""
    from .config import from_environment
    from .installation import administrator
    _answer(administrator(from_environment(), asked.email, another=asked.another))
    return 0


def _answer(result: str) -> None:
    """Results go to standard output, whole; a reader who has read enough (head, less) is no error."""
    if sys.stdout is None:
        raise Refused("standard output is closed: send the results to a file or to another program")
    try:
        print(result, flush=True)
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _drop_output()
        raise Refused(f"standard output cannot be written to ({error.strerror}): send the results elsewhere") from error


def _drop_output() -> None:
    """What could not be written is not tried again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str) -> None:
    """Where nobody listens, nothing is said: the exit status and the files still tell."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(sentence, file=sys.stderr, flush=True)


def _tell_who_waits(sentence: str) -> None:
    """Somebody at a terminal sees that something happens; logs and other programs are not bothered."""
    if sys.stderr is not None and sys.stderr.isatty():
        _tell(sentence)


def _speak_utf_8() -> None:
    """Plans are written in many scripts: what is printed is UTF-8, whatever the machine is set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())

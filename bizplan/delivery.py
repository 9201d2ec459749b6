"""What a plan is delivered as: the documents, made side by side and written all or none.

They are made from the cut of a plan for its reader, never from the whole plan; a dossier and the financial plan of a
company carry the workbook and the plan file of that cut inside, and the signature of the organisation where it has one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from secrets import token_hex

from bizplan.config import Config
from bizplan.documents.signing import Signer, signer_of
from bizplan.domain import plan_file
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.figures import as_json, figures
from bizplan.domain.fingerprint import fingerprint
from bizplan.domain.letterhead import Letterhead
from bizplan.domain.plan import Plan
from bizplan.domain.plan_file_error import Refused, on_one_line
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.translated import printed
from bizplan.translations import translator
from financial_models.law import Lender
from financial_models.readers.cores import cores_for_copies

from .workshop import Workshop

WORKBOOK = "workbook"
Line = Callable[[str], str]
"""Makes of the fingerprint of its inputs the line in which a workbook says where it comes from."""
Told = Callable[[float], None]
"""Hears which part of a document is done, from 0 to 1."""


@dataclass(frozen=True)
class House:
    """What an organisation adds to what leaves it: where that is checked, its signature, and its letterhead."""

    url: str = ""
    signer: Signer | None = None
    letterhead: Letterhead | None = None

    @classmethod
    def of(cls, config: Config) -> House:
        """Of an installation; raises BadSetting where its key cannot be used."""
        return cls(config.url, signer_of(config))

    def check_at(self, cut: Plan, language: str) -> str:
        """Where the page stands that says whether a version was released; nothing where nobody keeps that."""
        return f"{self.url}/{language}/check/{fingerprint(cut)}" if self.url and cut.release else ""


def made(work: Workshop, folder: Path, language: str, as_of: date, house: House = House(),
         also: Sequence[str] = ()) -> list[Path]:
    """Writes the workbook, the dossier, the figures and other kinds of documents that are asked for.

    Where one of them fails, nothing is left behind.
    """
    work = work.printed_in(language, as_of)
    with nothing_swept():
        ready = readiness(printed(work.study, language), work.engine, work.values, as_of)
        given = _Given(work, language, as_of, house, ready)
        with in_a_copy(partial(_pages, given)) as pages:
            workbook = _workbook(given)
            documents = {
                "model.xlsx": workbook,
                "figures.json": _figures(given),
                "dossier.pdf": _finished(given, pages(), workbook),
                **{f"{kind}.pdf": _dossier(replace(given, kind=kind), lambda: workbook) for kind in also}}
    try:
        return _into(folder, documents)
    except OSError as error:
        raise Refused(f"{on_one_line(str(folder))} cannot be written to ({error.strerror}): "
                      "choose another folder with --out") from error


def document(kind: str, work: Workshop, language: str, as_of: date, sign_off: SignOff | None = None,
             house: House = House(), origin: Line | None = None, told: Told | None = None) -> bytes:
    """One document of a plan: its "workbook", or a kind of dossier, with what its coaches signed.

    ``origin`` makes the line by which a workbook is known again when it comes back; ``told`` hears which part of a
    kind of dossier is done, from 0 to 1, and may raise to have it left off.
    """
    work = work.printed_in(language, as_of)
    with nothing_swept():
        ready = readiness(printed(work.study, language), work.engine, work.values, as_of)
        given = _Given(work, language, as_of, house, ready, sign_off, kind, origin, told)
        return _workbook(given) if kind == WORKBOOK else _dossier(given, partial(_workbook, given))


@dataclass(frozen=True)
class Delivered:
    """The dossier, the workbook that is inside it, and the figures of both as JSON."""

    dossier: bytes
    workbook: bytes
    figures: bytes


def together(work: Workshop, language: str, as_of: date, sign_off: SignOff | None, house: House,
             told: Told | None = None, reader: Lender | None = None) -> Delivered:
    """What a lender receives, all of it from one calculation; ``told`` as for one document.

    ``reader`` is that lender, where it has limits of its own: the plan is held against those.
    """
    work = work.printed_in(language, as_of)
    with nothing_swept():
        ready = readiness(printed(work.study, language), work.engine, work.values, as_of, reader)
        given = _Given(work, language, as_of, house, ready, sign_off, told=told)
        workbook = _workbook(given)
        return Delivered(_finished(given, _pages(given), workbook), workbook, _figures(given))


@dataclass(frozen=True)
class _Given:
    """What every document is made from."""

    work: Workshop
    language: str
    as_of: date
    house: House
    ready: Readiness
    sign_off: SignOff | None = None
    kind: str = "dossier"
    origin: Line | None = None
    told: Told | None = None


def _figures(given: _Given) -> bytes:
    work = given.work
    return as_json(figures(work.engine, work.values, scenario="base", today=given.as_of)).encode()


def _workbook(given: _Given) -> bytes:
    from bizplan.documents.model import model_workbook
    work = given.work
    return model_workbook(work.study, work.engine, work.values, language=given.language, as_of=given.as_of,
                          ready=given.ready, origin=given.origin, letterhead=given.house.letterhead)


def _dossier(given: _Given, workbook: Callable[[], bytes]) -> bytes:
    """A kind of document; its workbook is made only for one that carries it inside."""
    from bizplan.documents.dossier import KINDS
    return _finished(given, _pages(given), workbook() if KINDS[given.kind].has_files else None)


def _pages(given: _Given) -> bytes:
    from bizplan.documents.dossier import write_dossier
    work = given.work
    return write_dossier(work.study, work.engine, work.values, language=given.language, as_of=given.as_of,
                         ready=given.ready, sign_off=given.sign_off, kind=given.kind,
                         check_at=given.house.check_at(work.study, given.language),
                         letterhead=given.house.letterhead, told=given.told)


def _finished(given: _Given, pages: bytes, workbook: bytes | None) -> bytes:
    """The pages with the workbook and the plan file inside where they carry them, signed where the house signs."""
    from bizplan.documents.attaching import JSON, XLSX, Attachment, with_attachments
    from bizplan.documents.dossier.checking import MODEL, PLAN
    cut, _ = given.work.study, translator(given.language)
    if cut.release is None:
        return pages
    files = () if workbook is None else (
        Attachment(MODEL, workbook, XLSX, "Source", _("Financial model")),
        Attachment(PLAN, plan_file.write(cut).encode(), JSON, "Data", _("The answers of the plan")))
    whole = with_attachments(pages, files, given.as_of, fingerprint(cut))
    return given.house.signer.signed(whole) if given.house.signer else whole


@contextmanager
def nothing_swept() -> Iterator[None]:
    """Lets Python not look for unused memory: documents of a million small parts leave hardly any before they are done.

    Without this a fifth of a build goes into looking.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def in_a_copy(make: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Makes a document in a copy of this process, on another core, until it is asked for; else just then."""
    if cores_for_copies() == 1:
        yield make
        return
    here, there = Pipe(duplex=False)
    copy = get_context("fork").Process(target=_send, args=(make, here, there), daemon=True)
    copy.start()
    there.close()
    try:
        yield partial(_received, here, make)
    finally:
        here.close()
        copy.join()


def _send(make: Callable[[], bytes], here: Connection, there: Connection) -> None:
    here.close()                                            # so that it is noticed when nobody listens any more
    with suppress(OSError, KeyboardInterrupt):              # the other process says why it does not listen
        try:
            there.send(make())
        except Exception as error:
            there.send(error)


def _received(here: Connection, make: Callable[[], bytes]) -> bytes:
    try:
        found: bytes | Exception = here.recv()
    except EOFError:                                        # the copy was ended, perhaps for want of memory
        return make()
    if isinstance(found, Exception):
        raise found
    return found


def _into(folder: Path, documents: Mapping[str, bytes]) -> list[Path]:
    """Writes into a folder, which is made where there is none and taken away again where the writing fails."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _written(folder, documents)
    except BaseException:
        for each in new:
            with suppress(OSError):
                each.rmdir()
        raise


def _written(folder: Path, documents: Mapping[str, bytes]) -> list[Path]:
    """Whole files, all or none: they get their names when every one of them is complete."""
    paths = [folder / name for name in documents]
    for path in paths:
        if path.is_dir():
            raise Refused(f"{on_one_line(str(path))} is a folder: take it away, or choose another folder with --out")
    parts = [folder / f".{name}.{token_hex(8)}" for name in documents]
    try:
        for part, content in zip(parts, documents.values(), strict=True):
            part.write_bytes(content)
        for part, path in zip(parts, paths, strict=True):
            part.replace(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return paths

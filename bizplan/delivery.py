"""What a plan is delivered as: the documents, made side by side and written all or none."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from secrets import token_hex

from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.figures import as_json, figures
from bizplan.domain.plan_file_error import Refused, on_one_line
from bizplan.domain.translated import printed
from financial_models.readers.cores import cores_for_copies

from .workshop import Workshop


def made(work: Workshop, folder: Path, language: str, as_of: date) -> list[Path]:
    """Writes the workbook, the dossier and the figures; where one of them fails, nothing is left behind."""
    from bizplan.documents.dossier import write_dossier
    from bizplan.documents.model import model_workbook
    from bizplan.domain.readiness import readiness
    work = work.printed_in(language, as_of)
    calculated = (work.study, work.engine, work.values)
    with nothing_swept():
        ready = readiness(printed(work.study, language), work.engine, work.values, as_of)
        with in_a_copy(partial(write_dossier, *calculated, language=language, as_of=as_of, ready=ready)) as dossier:
            documents = {
                "model.xlsx": model_workbook(*calculated, language=language, as_of=as_of, ready=ready),
                "figures.json": as_json(figures(work.engine, work.values, scenario="base", today=as_of)).encode(),
                "dossier.pdf": dossier()}
    try:
        return _into(folder, documents)
    except OSError as error:
        raise Refused(f"{on_one_line(str(folder))} cannot be written to ({error.strerror}): "
                      "choose another folder with --out") from error


def document(kind: str, work: Workshop, language: str, as_of: date, sign_off: SignOff | None = None,
             told: Callable[[float], None] | None = None) -> bytes:
    """One document of a plan: its "workbook", or a kind of dossier, with what its coaches signed.

    ``told`` hears which part of a kind of dossier is done, from 0 to 1, and may raise to have it left off.
    """
    from bizplan.documents.dossier import KINDS, write_dossier
    from bizplan.documents.model import model_workbook
    work = work.printed_in(language, as_of)
    calculated = (work.study, work.engine, work.values)
    of_kinds = {each: partial(write_dossier, kind=each, sign_off=sign_off, told=told) for each in KINDS}
    makers: dict[str, Callable[..., bytes]] = {"workbook": model_workbook, **of_kinds}
    with nothing_swept():
        return makers[kind](*calculated, language=language, as_of=as_of)


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

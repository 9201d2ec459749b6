"""The workbook of an example as it comes back: as it was, after somebody worked in it, and with other parts in it."""

import io
import re
import time
import zipfile
from datetime import date
from functools import cache

import openpyxl
import pytest

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.documents.received import Unsafe
from bizplan.documents.workbook.naming import defined_name
from bizplan.documents.workbook.returned import read_workbook
from bizplan.domain import plan_file
from bizplan.workshop import Workshop

DAY = date(2027, 1, 18)
ORIGIN = "1|mark|9|nl|2027-01-18|inputs|check"
PRICE, SEASON, RATE = "demand.flat.price", "demand.flat.season", "loan.micro.rate"
AT_ONCE = 0.1
"""Seconds within which what is bad is refused."""
BOOK, SHEET, STYLES = "xl/workbook.xml", "xl/worksheets/sheet6.xml", "xl/styles.xml"


@cache
def work():
    return Workshop.on(plan_file.read(examples.text("bakery")), DAY)


@cache
def made():
    return model_workbook(work().study, work().engine, work().values, language="nl", as_of=DAY,
                          origin=lambda _inputs: ORIGIN)


def changed(change):
    """The workbook after somebody worked in it and saved it."""
    workbook = openpyxl.load_workbook(io.BytesIO(made()))
    change(workbook)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def cell(workbook, key):
    sheet, area = next(iter(workbook.defined_names[defined_name(key)].destinations))
    found = workbook[sheet][area.replace("$", "")]
    return found[0][0] if isinstance(found, tuple) else found


@cache
def parts():
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        return {name: package.read(name) for name in package.namelist()}


def repacked(changes=(), **more):
    """The same package with other parts in it, or more."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, content in {**parts(), **dict(changes), **more}.items():
            new.writestr(name, content)
    return target.getvalue()


def edited(part, old, new):
    """The package with something else written in one of its parts."""
    assert re.search(old, parts()[part])
    return repacked({part: re.sub(old, lambda _: new, parts()[part], count=1)})


def price_cell():
    """Where the price stands on its sheet."""
    place, = re.findall(rb'name="in\.demand\.flat\.price"[^>]*>[^!]*!\$(\w+)\$(\d+)<', parts()[BOOK])
    return place[0] + place[1]


def with_price(cell, **more):
    """The package with another element in the place of the cell of the price."""
    return read_workbook(edited(SHEET, rb'<c r="' + price_cell() + rb'".*?</c>', cell.replace(b"R", price_cell())),
                         **more).inputs[PRICE]


def refusal(content):
    """The reason for which something is refused, which must come at once."""
    begun = time.perf_counter()
    with pytest.raises(Unsafe) as raised:
        read_workbook(content)
    assert time.perf_counter() - begun < AT_ONCE
    return raised.value.fault

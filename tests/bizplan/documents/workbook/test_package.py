"""The file opens without a repair: its parts are whole, agree with each other and hold only what is understood."""

import io
import re
import warnings
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from financial_models import build, evaluate
from tests.bizplan.documents.workbook.package_rules import Package

TODAY = date(2026, 11, 24)


def written(name, language):
    study = plan_file.read(examples.text(name))
    engine = build(assumptions(study, TODAY))
    return model_workbook(study, engine, evaluate(engine.model), language=language, as_of=TODAY)


@pytest.fixture(scope="module")
def bakery():
    return written("bakery", "nl")


@pytest.mark.parametrize(("name", "language"), [("bakery", "nl"), ("tailor", "ar")])
def test_the_file_has_no_fault(name, language):
    content = written(name, language)
    assert Package(io.BytesIO(content)).faults() == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(load_workbook(io.BytesIO(content)).sheetnames) > 20


def test_the_same_plan_in_the_same_language_on_the_same_day_is_the_same_file(bakery):
    assert written("bakery", "nl") == bakery


@pytest.mark.whole
@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
@pytest.mark.parametrize("name", examples.names())
def test_no_example_has_a_fault_in_any_language(name, language):
    assert Package(io.BytesIO(written(name, language))).faults() == []


SPOILT = {
    "a part is left out": ("xl/theme/theme1.xml", None, None, "is not there"),
    "a style does not exist": ("xl/worksheets/sheet2.xml", ' s="', ' s="99', "a style that does not exist"),
    "a name lost its sheet": ("xl/workbook.xml", ">Invoer!", ">Inbound!", "on Inbound"),
    "a function is unknown": ("xl/worksheets/sheet3.xml", r"<f>MATCH\(", "<f>XMATCH(", "no function XMATCH"),
    "a link leads outside": ("xl/_rels/workbook.xml.rels", ' Id="rId1"', ' Id="rId1" TargetMode="External"', "outside"),
    "elements stand in another order": (
        "xl/worksheets/sheet3.xml", "(<mergeCells.*?</mergeCells>)(.*)(<pageMargins[^>]*>)", r"\3\2\1", "stand as"),
    "a cell is bound twice": ("xl/worksheets/sheet3.xml", 'sqref="C17"', 'sqref="B17"', "bound twice"),
    "a note lost its shape": (
        "xl/drawings/commentsDrawing1.vml", "(?s)<(v:|ns\\d+:)?shape .*?</(v:|ns\\d+:)?shape>", "", "different cells"),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_fault_is_found(bakery, case):
    part, old, new, said = SPOILT[case]
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bakery)) as whole, zipfile.ZipFile(spoilt, "w") as package:
        for name in whole.namelist():
            content = whole.read(name)
            if name != part:
                package.writestr(name, content)
            elif old is not None:
                text, times = re.subn(old, new, content.decode(), count=1)
                assert times == 1
                package.writestr(name, text)
    assert any(said in fault for fault in Package(spoilt).faults())

"""No formula is longer than a thumb: whoever reads a row understands it at a look (FAST 3.03-01).

Counted are the characters and the different cells of a formula; the names of other sheets and the dollar signs are not,
nor what stands in a SUM, which is a list.
"""

import re

import pytest

from financial_models import build
from financial_models.readers.formulas import Formulas
from tests.agreement.market_stall import market_stall
from tests.properties.plans import a_hundred_plans

LONGEST, MOST_CELLS = 80, 6
SUM = re.compile(r"SUM\([^()]*\)")
SHEET = re.compile(r"(?:'(?:[^']|'')+'|[A-Za-z_]{4,})!")


def stripped(formula: str) -> str:
    """A formula as it is counted."""
    return SUM.sub("SUM()", SHEET.sub("", formula).replace("$", "").replace(", ", ",").replace(" ", ""))


@pytest.mark.parametrize("model", [
    market_stall(), *(build(a_hundred_plans()[place]).model for place in (2, 5, 80, 99))])
def test_no_formula_is_longer_than_a_thumb(model):
    formulas = Formulas(model)
    long = []
    for line in formulas.rows:
        if line not in model.yearly:
            text = stripped(formulas.of(line, 1))
            cells = set(re.findall(r"\b[A-Z]{1,3}[0-9]+\b", text))
            if len(text) > LONGEST or len(cells) > MOST_CELLS:
                long.append(f"{line.key}: {len(text)} characters, {len(cells)} cells: {text}")
    assert long == []

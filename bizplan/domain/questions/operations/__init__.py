"""Phase 6, operations: from order to payment, premises, equipment, suppliers and stock."""

from ..question import Page, Phase
from . import equipment, premises, stock, work

PAGES = (
    Page("steps", "How the work goes", ("operations.steps", "operations.minutes_a_unit")),
    Page("capacity", "The most that you can do", ("products[].capacity",)),
    *premises.PAGES,
    Page(
        "care", "Quality, waste and transport",
        ("operations.quality", "operations.waste", "operations.transport"),
    ),
    Page("books", "Software and books", ("operations.software", "operations.bookkeeper")),
    *equipment.PAGES,
    *stock.PAGES,
)

PHASE = Phase(
    6, "operations", "Operations",
    work.QUESTIONS + premises.QUESTIONS + equipment.QUESTIONS + stock.QUESTIONS,
    (equipment.EQUIPMENT, stock.SUPPLIERS),
    PAGES,
)

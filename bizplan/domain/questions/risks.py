"""Phase 12, risks: strengths and weaknesses, what can go wrong, what is done then, and when to stop."""

from .asking import choice, long_text, text
from .question import Group, Option, Phase

GROUPS = (
    Group("risks.strengths", "Strengths"),
    Group("risks.weaknesses", "Weaknesses"),
    Group("risks.opportunities", "Opportunities"),
    Group("risks.threats", "Threats"),
    Group("risks.main", "Main risks"),
)

CHANCES = (Option("low", "Low"), Option("middling", "Middling"), Option("high", "High"))

SWOT = (
    text("risks.strengths[].text", "Strength", feeds="dossier.risks"),
    text("risks.weaknesses[].text", "Weakness", feeds="dossier.risks"),
    text("risks.opportunities[].text", "Opportunity", feeds="dossier.risks"),
    text("risks.threats[].text", "Threat", feeds="dossier.risks"),
)

MAIN = (
    text("risks.main[].name", "What can go wrong", feeds="dossier.risks", required=True),
    choice(
        "risks.main[].about", "What is it about?",
        Option("sales", "Sales"), Option("illness", "Illness"), Option("supplier", "A supplier"),
        Option("premises", "The premises"), Option("residence", "The residence permit"),
        Option("import", "Import and currency"), Option("theft", "Theft and damage"), Option("debts", "Debts"),
        Option("family", "The family"), Option("other", "Something else"),
        feeds="dossier.risks", default="other",
    ),
    choice("risks.main[].chance", "Chance", *CHANCES, feeds="dossier.risks", required=True),
    choice("risks.main[].impact", "Impact", *CHANCES, feeds="dossier.risks", required=True),
    text("risks.main[].sign", "How will you notice it?", feeds="dossier.risks"),
    long_text("risks.main[].measure", "What will you do?", feeds="dossier.risks", required=True),
)

PLAN_B = (
    long_text("risks.if_sales_are_lower", "What if sales are a fifth lower?", feeds="dossier.risks", required=True),
    long_text("risks.if_the_start_is_later", "What if the start is three months later?", feeds="dossier.risks"),
    long_text("risks.if_costs_are_higher", "What if costs are a tenth higher?", feeds="dossier.risks"),
    long_text("risks.plan_b", "Plan B", feeds="dossier.risks", required=True),
    long_text("risks.stop_when", "When will you stop?", feeds="dossier.risks"),
    long_text("risks.left_to_pay", "What remains to be paid if you stop, and from what?", feeds="dossier.risks"),
)

PHASE = Phase(12, "risks", "Risks", SWOT + MAIN + PLAN_B, GROUPS)

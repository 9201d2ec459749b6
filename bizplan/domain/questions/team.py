"""Phase 8, the team: partners, employees and casual work, and who helps."""

from .asking import amount, choice, long_text, number, plan_month, share, text, whole, yearly_change, yes_no
from .question import Group, Option, Period, Phase

GROUPS = (
    Group("team.partners", "Partners in the business"),
    Group("employees", "Employees", most=100),
    Group("casual_work", "Students and flexi-jobs", most=50),
    Group("team.helpers", "Coach, mentor and advisers"),
)

TOGETHER = (
    text("team.partners[].name", "Name", feeds="dossier.team"),
    text("team.partners[].role", "Role", feeds="dossier.team"),
    share("team.partners[].share", "Share in the business", feeds="dossier.team"),
    yes_no("team.partners[].agreement", "Is there a written agreement?", feeds="dossier.team"),
    choice(
        "team.spouse", "Does the spouse help?",
        Option("no", "No"), Option("assisting", "As assisting spouse"), Option("employee", "As an employee"),
        Option("partner", "As a partner"),
        feeds="dossier.team",
    ),
    long_text("team.missing_skills", "Which skills are missing, and how is that solved?", feeds="dossier.team"),
    long_text("team.replacement", "Who takes over when you are ill?", feeds="dossier.team", required=True),
    text("team.helpers[].name", "Name", feeds="dossier.team"),
    choice(
        "team.helpers[].role", "Role",
        Option("coach", "Coach"), Option("mentor", "Mentor"), Option("accountant", "Accountant"),
        Option("lawyer", "Lawyer"), Option("other", "Other"),
        feeds="dossier.team",
    ),
)

STAFF = (
    text("employees[].name", "Function or name", feeds="employees[].name", required=True),
    amount(
        "employees[].gross", "Gross wage for full time", period=Period.MONTH, feeds="employees[].gross",
        required=True,
    ),
    share("employees[].time_share", "Share of full time", feeds="employees[].time_share", required=True),
    plan_month("employees[].from_month", "First month of the plan at work", feeds="employees[].from_month"),
    plan_month(
        "employees[].until_month", "Last month of the plan at work (leave out if staying)",
        feeds="employees[].until_month",
    ),
    yearly_change("employees[].growth", "Change of the wage", feeds="employees[].growth"),
    share(
        "employees[].withholding", "Share of the taxable wage withheld as income tax",
        feeds="employees[].withholding",
    ),
    share(
        "employees[].insurance", "Insurance for work accidents, as a share of the gross wage",
        feeds="employees[].insurance", law="employment.accident_insurance_high",
    ),
    yes_no(
        "employees[].thirteenth_month", "Is a thirteenth month paid?", feeds="employees[].thirteenth_month",
        default=True,
    ),
    whole(
        "employees[].hire", "Which hire of the business is it (1 is the first; leave out if no reduction is asked)?",
        high=50, feeds="employees[].hire",
    ),
    text("casual_work[].name", "What the work is", feeds="casual_work[].name"),
    choice(
        "casual_work[].kind", "What kind of contract?",
        Option("student", "Student"), Option("flexi", "Flexi-job"), Option("occasional", "Occasional work"),
        Option("interim", "Through an agency"),
        feeds="dossier.team",
    ),
    number(
        "casual_work[].hours", "Hours a month", high=10_000, unit="hours", period=Period.MONTH,
        feeds="casual_work[].hours", required=True,
    ),
    amount(
        "casual_work[].cost_per_hour", "Cost of an hour, all in", period=Period.HOUR,
        feeds="casual_work[].cost_per_hour", required=True,
    ),
    plan_month("casual_work[].from_month", "First month of the plan", feeds="casual_work[].from_month"),
    yearly_change("casual_work[].growth", "Change of the cost of an hour", feeds="casual_work[].growth"),
)

PHASE = Phase(8, "team", "Team", TOGETHER + STAFF, GROUPS)

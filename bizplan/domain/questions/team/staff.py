"""Employees, students and flexi-jobs: who works when, and what it costs."""

from ..asking import amount, choice, number, plan_month, share, text, whole, yearly_change, yes_no
from ..question import Option, Page, Period

EMPLOYEES = (
    text(
        "employees[].name", "Function or name", feeds="employees[].name", required=True,
        ask="Which employee do you need?",
        help="What the person does is enough. A name is not needed.",
        example="Shop assistant.",
    ),
    amount(
        "employees[].gross", "Gross wage for full time", period=Period.MONTH, feeds="employees[].gross",
        required=True,
        ask="What is the gross wage a month, for full time?",
        help="Gross is the wage before tax and contributions. Each trade has its own lowest wages. "
        "A payroll office (social secretariat) tells you which.",
        example="The payroll office told Samira: € 2,450 a month for a shop assistant, full time.",
        proof="a calculation of a payroll office, an advertisement for such a job",
    ),
    share(
        "employees[].time_share", "Share of full time", feeds="employees[].time_share", required=True,
        ask="Which part of a full week does this person work?",
        help="100 % is full time, 50 % is half time.",
        example="Three of five days: 3 ÷ 5 = 60 %.",
        proof="the contract, your opening hours",
    ),
    plan_month(
        "employees[].from_month", "First month of the plan at work", feeds="employees[].from_month",
        ask="In which month of the plan does this person begin?",
        help="1 is the first month of the plan. Begin when the sales can carry the wage.",
        example="The plan begins in March 2027. The assistant begins in March 2028: month 13.",
        proof="your sales plan",
    ),
    plan_month(
        "employees[].until_month", "Last month of the plan at work (leave out if staying)",
        feeds="employees[].until_month",
        ask="What is the last month of the plan at work?",
        help="Leave it open if the person stays.",
        example="A contract of one year from month 13: the last month is 24.",
        proof="the contract",
    ),
)

WAGES = (
    yearly_change(
        "employees[].growth", "Change of the wage", feeds="employees[].growth",
        ask="By how much does the wage change each year?",
        help="In Belgium wages follow the prices in the shops (index). Your trade decides when.",
        example="2 % more a year: € 2,450 becomes € 2,499. 2,450 × 1.02 = 2,499.",
        proof="the index of the trade, the payroll office",
    ),
    share(
        "employees[].withholding", "Share of the taxable wage withheld as income tax",
        feeds="employees[].withholding",
        ask="Which part of the wage do you withhold as tax?",
        help="You keep it from the wage and pay it to the tax office for the employee. "
        "The payroll office counts it for you.",
        example="On a taxable wage of € 2,000 the payroll office withholds € 300. 300 ÷ 2,000 = 15 %.",
        proof="a calculation of a payroll office",
    ),
    share(
        "employees[].insurance", "Insurance for work accidents, as a share of the gross wage",
        feeds="employees[].insurance", law="employment.accident_insurance_high",
        ask="What does the insurance for work accidents cost?",
        help="Every employer takes this insurance. Divide its yearly price by the gross wages of a year. "
        "Leave it open, and the plan takes a careful figure.",
        example="An offer of € 300 for wages of € 30,000. 300 ÷ 30,000 = 1 %.",
        proof="an offer of an insurer",
    ),
    yes_no(
        "employees[].thirteenth_month", "Is a thirteenth month paid?", feeds="employees[].thirteenth_month",
        default=True,
        ask="Do you pay a thirteenth month?",
        help="An extra month's wage at the end of the year. In many trades an employee has a right to it.",
    ),
    whole(
        "employees[].hire", "Which hire of the business is it (1 is the first; leave out if no reduction is asked)?",
        high=50, feeds="employees[].hire",
        ask="Is this your first, second, third employee?",
        help="1 is your first employee. For the first ones an employer can pay lower contributions. "
        "Leave it open if you do not ask for that.",
        example="Samira never had employees in Belgium. The shop assistant is her first: 1.",
        proof="the payroll office",
    ),
)

CASUAL = (
    text(
        "casual_work[].name", "What the work is", feeds="casual_work[].name",
        ask="What work is it?",
        help="Work for some hours only: busy days, feasts, holidays.",
        example="Selling on Saturday.",
    ),
    choice(
        "casual_work[].kind", "What kind of contract?",
        Option("student", "Student", hint="Somebody who studies, with a student contract"),
        Option("flexi", "Flexi-job", hint="Extra hours for somebody with another job or a pension, in some trades"),
        Option("occasional", "Occasional work", hint="A day now and then, in trades such as catering"),
        Option("interim", "Through an agency", hint="The agency is the employer and sends you an invoice"),
        feeds="dossier.team",
        help="Before somebody begins, an employer declares it. A payroll office or the agency does that for you.",
    ),
    number(
        "casual_work[].hours", "Hours a month", high=10_000, unit="hours", period=Period.MONTH,
        feeds="casual_work[].hours", required=True,
        ask="How many hours a month?",
        help="All people for this work together, in a normal month.",
        example="One student, 6 hours each Saturday: 6 × 4 = 24 hours.",
        proof="your opening hours, a work plan",
    ),
    amount(
        "casual_work[].cost_per_hour", "Cost of an hour, all in", period=Period.HOUR,
        feeds="casual_work[].cost_per_hour", required=True,
        ask="What does one hour cost you, all in?",
        help="The wage, your contributions and the insurance together. Ask a payroll office.",
        example="Wage € 14, contributions and insurance € 2. 14 + 2 = € 16.",
        proof="a calculation of a payroll office, an offer of an agency",
    ),
    plan_month(
        "casual_work[].from_month", "First month of the plan", feeds="casual_work[].from_month",
        ask="In which month of the plan does it begin?",
        help="1 is the first month of the plan.",
        example="The plan begins in March. The student begins in July: month 5.",
        proof="your sales plan",
    ),
    yearly_change(
        "casual_work[].growth", "Change of the cost of an hour", feeds="casual_work[].growth",
        ask="By how much does an hour become dearer each year?",
        help="Wages follow the prices in the shops (index).",
        example="2 % more a year: € 16 becomes € 16.32. 16 × 1.02 = 16.32.",
        proof="the index of the trade, the payroll office",
    ),
)

QUESTIONS = EMPLOYEES + WAGES + CASUAL

PAGES = (
    Page(
        "employees", "Employees", tuple(each.key for each in EMPLOYEES),
        intro="Nobody yet? Then go on. A wage is due every month, also when sales are low.",
    ),
    Page(
        "employees_costs", "What employees cost besides the wage", tuple(each.key for each in WAGES),
        intro="A payroll office (social secretariat) counts wages for you. It knows all these answers.",
    ),
    Page("casual_work", "Students and flexi-jobs", tuple(each.key for each in CASUAL)),
)

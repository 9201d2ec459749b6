"""Phase 8, the team: partners, employees and casual work, and who helps."""

from ..question import Group, Page, Phase
from . import people, staff

GROUPS = (
    Group("team.partners", "Partners in the business"),
    Group("employees", "Employees", most=100),
    Group("casual_work", "Students and flexi-jobs", most=50),
    Group("team.helpers", "Coach, mentor and advisers"),
)

PAGES = (
    Page("around", "When you cannot do it alone", ("team.spouse", "team.replacement", "team.missing_skills")),
    Page("helpers", "Who helps you", ("team.helpers[].name", "team.helpers[].role")),
    Page(
        "partners", "Partners in the business", tuple(each.key for each in people.PARTNERS),
        intro="You start alone? Then go on to the next page.",
    ),
    *staff.PAGES,
)

PHASE = Phase(8, "team", "Team", people.QUESTIONS + staff.QUESTIONS, GROUPS, PAGES)

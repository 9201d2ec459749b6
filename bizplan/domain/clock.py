"""The clock that a plan, its coach and its lender live by: the day and the hour in Belgium, wherever the server is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Brussels")


def here(at: datetime) -> datetime:
    """A moment on the clocks of Belgium; a ValueError where its time zone is not known."""
    if at.tzinfo is None:
        raise ValueError(f"A moment is shown with its time zone known, got {at.isoformat()}: read it as UTC first.")
    return at.astimezone(HERE)


def day_of(at: datetime) -> date:
    """The day in Belgium on which a moment fell."""
    return here(at).date()


def today() -> date:
    """The day in Belgium now, read in one place; everything below takes it as ``as_of`` or ``today``."""
    return day_of(datetime.now(UTC))

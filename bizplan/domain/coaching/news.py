"""What may happen in a plan that somebody else wants to know."""

from enum import Enum


class News(Enum):
    """The kinds of news; what is said of each stands where it is shown."""

    COMMENT = "comment"                 # subject of a notice: the thread
    MENTION = "mention"                 # the thread
    REQUEST = "request"                 # the thread
    SETTLED = "settled"                 # the thread
    SUGGESTION = "suggestion"           # the suggestion
    DECIDED = "decided"                 # the suggestion
    TO_REVIEW = "to review"             # the part
    RETURNED = "returned"               # the part
    APPROVED = "approved"               # the part
    GATE = "gate"                       # the gate
    APPOINTMENT = "appointment"         # the appointment
    CALLED_OFF = "called off"           # the appointment
    WROTE_TOGETHER = "wrote together"   # the sitting
    INVITATION = "invitation"           # the invitation
    JOINED = "joined"                   # the person
    LEFT = "left"                       # the person
    WENT_BACK = "went back"             # the version

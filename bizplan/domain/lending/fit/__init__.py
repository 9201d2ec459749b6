"""Which credit fits: a plan held against every product of every lender, with the reasons, the cost and the ways out.

Nothing here decides: a lender does.  What is not known is a question to the lender, never a yes or a no.
"""

from .combinations import Combination
from .cost import Cost
from .grounds import Ground
from .need import Need
from .offers import Offer, Verdict
from .whole import Fit, counted_on, fit, lacking

__all__ = ["Combination", "Cost", "Fit", "Ground", "Need", "Offer", "Verdict", "counted_on", "fit", "lacking"]

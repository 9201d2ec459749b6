"""The cost price of one item: what goes into a batch, what is thrown away, packaging, time and commission.

What is proposed is what the plan counts as bought for one item.  Waste and commission have questions of their own,
and own time is not paid by the business: it is shown on the slip and not proposed, so that nothing counts twice.
"""

from dataclasses import dataclass

from ..plan import Value
from ..readiness.sentences import N_, Count, Share, Spoken, Words
from .slip import Cents, Remark, Slip, Step, check

LARGEST_WASTE = 0.95
NO_MATERIAL = N_("Write down what goes into it, and what you pay for it.")
OWN_TIME = N_("Your own time is not in the plan's cost: it is paid from what is left over.")


@dataclass(frozen=True)
class Material:
    """Something that goes into a batch: a pack costs ``pack_price`` without VAT and holds ``pack_size``.

    ``used`` is counted as the pack is: grams of a pack of 25,000 grams, or 2 of a box of 100.
    """

    name: str
    pack_price: float
    pack_size: float
    used: float

    def __post_init__(self) -> None:
        check("pack_price", self.pack_price)
        check("pack_size", self.pack_size, low=1e-6)
        check("used", self.used)

    @property
    def cost(self) -> float:
        """What is used, at the price of the pack."""
        return self.pack_price * self.used / self.pack_size


@dataclass(frozen=True)
class Batch:
    """So many items made at once: materials, minutes of work, packaging of each one, all without VAT.

    ``waste`` is the share of what is bought that is thrown away, ``commission`` the share of ``price`` (what the
    customer pays) that goes to a platform or card company.
    """

    items: float
    materials: tuple[Material, ...] = ()
    packaging: float = 0.0
    waste: float = 0.0
    minutes: float = 0.0
    hour: float = 0.0
    commission: float = 0.0
    price: float = 0.0

    def __post_init__(self) -> None:
        check("items", self.items, low=1e-6)
        check("waste", self.waste, high=LARGEST_WASTE)
        check("commission", self.commission, high=1)
        for field in ("packaging", "minutes", "hour", "price"):
            check(field, getattr(self, field))


@dataclass(frozen=True, kw_only=True)
class CostPrice(Slip):
    """The cost of one item: ``bought`` is what the plan counts, ``whole`` has waste, time and commission in it."""

    bought: float
    whole: float


def cost_price(batch: Batch) -> CostPrice:
    """What one item of a batch costs, and how that is found."""
    materials = sum(material.cost for material in batch.materials)
    packaging = batch.packaging * batch.items
    bought = (materials + packaging) / batch.items
    waste = bought / (1 - batch.waste) - bought
    time = batch.minutes / 60 * batch.hour / batch.items
    commission = batch.commission * batch.price
    whole = bought + waste + time + commission
    above = (
        Step(N_("Thrown away: {share} of what you buy"), Cents(waste), {"share": Share(batch.waste)}),
        Step(N_("Time for one: {minutes} minutes"), Cents(time), {"minutes": Count(batch.minutes / batch.items)}),
        Step(N_("Commission: {share} of {price}"), Cents(commission),
             {"share": Share(batch.commission), "price": Cents(batch.price)}),
    )
    steps = (
        *(_material(material) for material in batch.materials),
        Step(N_("Packaging of {items}"), Cents(packaging), {"items": Count(batch.items)}),
        Step(N_("Bought for one, without VAT"), Cents(bought), result=True),
        *(step for step, cost in zip(above, (waste, time, commission), strict=True) if cost),
        Step(N_("Cost price of one"), Cents(whole), result=True),
    )
    return CostPrice(bought=bought, whole=whole, steps=steps, proposes=_proposes(batch, bought),
                     remarks=_remarks(batch))


def _material(material: Material) -> Step:
    values: dict[str, Spoken] = {
        "material": Words(material.name), "used": Count(material.used), "size": Count(material.pack_size),
        "price": Cents(material.pack_price),
    }
    return Step(N_("{material}: {used} of a pack of {size} for {price}"), Cents(material.cost), values)


def _proposes(batch: Batch, bought: float) -> dict[str, Value]:
    if not bought:
        return {}
    proposes: dict[str, Value] = {"products[].cost_by": "unit", "products[].cost_per_unit": round(bought, 4)}
    if batch.waste:
        proposes["products[].waste"] = batch.waste
    if batch.commission:
        proposes["products[].commission"] = batch.commission
    if batch.minutes:
        proposes["operations.minutes_a_unit"] = round(batch.minutes / batch.items, 2)
    return proposes


def _remarks(batch: Batch) -> tuple[Remark, ...]:
    remarks = []
    if not batch.materials and not batch.packaging:
        remarks.append(Remark(NO_MATERIAL))
    if batch.minutes and batch.hour:
        remarks.append(Remark(OWN_TIME))
    return tuple(remarks)

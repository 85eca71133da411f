"""What a place is found to be: the model of a region."""

from __future__ import annotations

from typing import Literal

from lawreport_parser.frozen_model import FrozenModel, model

__all__ = ["Level", "Region"]

#: 省级, 地级, 县级, 乡级, and zones (开发区, 新区 …) that are no division of the country.
Level = Literal["province", "city", "county", "township", "zone"]


@model
class Region(FrozenModel):
    """The place whose report it is, as a division of the country (行政区划).

    `code` has the six digits of GB/T 2260; a township, street or zone has that of its county or city. `name` is the
    full name of the place, `level` its own level, `path` the names from the province down to it. `organ` is the
    department (司法局) that reports; null where the government of the place does.
    """

    code: str
    name: str
    level: Level
    path: list[str]
    organ: str | None

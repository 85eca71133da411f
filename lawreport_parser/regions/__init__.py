"""Places: whose report it is, as a division of the country (行政区划) with its code of GB/T 2260."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawreport_parser._first_use import on_first_use

if TYPE_CHECKING:
    from lawreport_parser.regions.finding import find_region as find_region
    from lawreport_parser.regions.model import Level as Level
    from lawreport_parser.regions.model import Region as Region

__all__ = ["Level", "Region", "find_region"]

__getattr__, __dir__ = on_first_use(globals(), {"finding": ("find_region",), "model": ("Level", "Region")})

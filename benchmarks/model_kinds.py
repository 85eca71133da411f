"""What a model costs to make, by the kind of class it is: `python -m benchmarks.model_kinds`.

The kinds from which that of `lawreport_parser.frozen_model` was chosen, each with two fields and with nine.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from timeit import repeat
from typing import Any, NamedTuple

import pydantic
from pydantic.dataclasses import dataclass as pydantic_dataclass

from lawreport_parser.frozen_model import FrozenModel, model

NAMES = ("id", "depth", "marker", "heading", "roles", "role_basis", "body", "children", "span")
CALLS = 100_000

Make = Callable[..., type[Any]]


def _annotated(names: tuple[str, ...], *bases: type[Any]) -> type[Any]:
    return type("Model", bases, {"__annotations__": dict.fromkeys(names, Any), "__module__": __name__})


class Frozen(pydantic.BaseModel):
    """A pydantic model that is frozen."""

    model_config = pydantic.ConfigDict(frozen=True)


#: Each kind by its name: how a class of it is made, and what of it is called.
KINDS: dict[str, tuple[Make, Callable[[type[Any]], Callable[..., Any]]]] = {
    "pydantic model": (lambda names: _annotated(names, Frozen), lambda made: made),
    "pydantic model, model_construct": (lambda names: _annotated(names, Frozen), lambda made: made.model_construct),
    "pydantic dataclass, frozen, slots": (
        lambda names: pydantic_dataclass(frozen=True, slots=True)(_annotated(names)),
        lambda made: made,
    ),
    "dataclass, frozen, slots": (
        lambda names: dataclasses.dataclass(frozen=True, slots=True)(_annotated(names)),
        lambda made: made,
    ),
    "dataclass, slots, not frozen": (
        lambda names: dataclasses.dataclass(slots=True)(_annotated(names)),
        lambda made: made,
    ),
    "named tuple": (lambda names: NamedTuple("Model", [(name, Any) for name in names]), lambda made: made),
    "frozen_model.model": (lambda names: model(_annotated(names, FrozenModel)), lambda made: made),
}


def main() -> None:
    """Print microseconds for each kind, the least of several rounds."""
    print(f"{'µs a model, fields given by name':36}{'2 fields':>10}{'9 fields':>10}{'9 by place':>12}")
    for kind, (make, called) in KINDS.items():
        row = []
        for names, by_place in ((NAMES[:2], False), (NAMES, False), (NAMES, True)):
            call = called(make(names))
            if by_place and "pydantic model" in kind:
                row.append("–")
                continue
            named = {} if by_place else dict.fromkeys(names)
            placed = (None,) * len(names) if by_place else ()
            least = min(repeat(lambda: call(*placed, **named), number=CALLS, repeat=5))  # noqa: B023 - called here
            row.append(f"{least / CALLS * 1e6:.2f}")
        print(f"{kind:36}{row[0]:>10}{row[1]:>10}{row[2]:>12}")


if __name__ == "__main__":
    main()

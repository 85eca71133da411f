"""A value computed from an instance when it is first asked for, and kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

__all__ = ["computed_once"]

if TYPE_CHECKING:
    computed_once = cached_property
else:

    class computed_once(cached_property):  # noqa: N801 - a decorator, named like one
        """A cached property without the lock that Python 3.11 has on it: a child forked meanwhile would wait for ever.

        Two threads may compute a value at once; both give the same.
        """

        def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
            if instance is None:
                return self
            held = instance.__dict__
            if self.attrname not in held:
                held[self.attrname] = self.func(instance)
            return held[self.attrname]

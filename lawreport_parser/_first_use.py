"""Names of a package that are imported when they are first used, so that importing the package does no work."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["on_first_use"]


def on_first_use(
    package: dict[str, Any], home: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` of a package, given its `globals()`.

    `home` tells for each of its modules the public names that live there. Type checkers and editors do not see them:
    the package imports them under `TYPE_CHECKING` as well, and lists them in `__all__`.
    """
    path = package["__name__"]
    module_of = {name: module for module, names in home.items() for name in names}

    def look_up(name: str) -> Any:
        module = module_of.get(name)
        if module is None:
            raise AttributeError(f"module {path!r} has no attribute {name!r}")
        value = package[name] = getattr(import_module(f"{path}.{module}"), name)
        return value

    return look_up, lambda: sorted(package["__all__"])

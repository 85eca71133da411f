"""Names of a package that are imported when they are first used, so that importing the package does no work."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["on_first_use"]


def on_first_use(
    package: dict[str, Any],
    home: Mapping[str, tuple[str, ...]],
    moved: Mapping[str, tuple[str, ...]] | None = None,
    modules: tuple[str, ...] = (),
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` of a package, given its `globals()`.

    `home` tells for each of its modules the public names that live there. Type checkers and editors do not see them:
    the package imports them under `TYPE_CHECKING` as well, and lists them in `__all__`. `moved` tells the same of names
    that the package still gives, with a `DeprecationWarning` that names the module, and does not list. `modules` are
    those that it lists beside its names: the ones for users.
    """
    path = package["__name__"]
    module_of = {name: module for module, names in home.items() for name in names}
    moved_to = {name: module for module, names in (moved or {}).items() for name in names}

    def look_up(name: str) -> Any:
        if name in modules:
            return import_module(f"{path}.{name}")
        module = module_of.get(name)
        if module is None:
            if name in moved_to:
                return _with_warning(name, path, f"{path}.{moved_to[name]}")
            raise AttributeError(f"module {path!r} has no attribute {name!r}")
        value = package[name] = getattr(import_module(f"{path}.{module}"), name)
        return value

    return look_up, lambda: sorted({*package["__all__"], *modules})


def _with_warning(name: str, package: str, module: str) -> Any:
    """Return a name of `module` to one who asks `package` for it. It is not kept, so that each place is told."""
    import warnings

    warnings.warn(
        f"import {name} from {module}: a later version of {package} will not give it", DeprecationWarning, stacklevel=3
    )
    return getattr(import_module(module), name)

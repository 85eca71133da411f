"""Optional packages: each belongs to an extra, and is imported when something first needs it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from lawreport_parser.errors import MissingExtraError

__all__ = ["require"]


def require(module: str, package: str, extra: str) -> Any:
    """Return a module of an optional package; `MissingExtraError` names the extra where it cannot be imported."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(package, extra) from error

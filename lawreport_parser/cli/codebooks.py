"""The codebook that a command is given: a file of one's own, beside that of the package or in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lawreport_parser.indicators.codebook import Codebook

__all__ = ["CodebookFile", "ReplaceCodebook", "codebook_of"]

CodebookFile = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="TOML", help="A codebook of your own, added to that of the package."),
]
ReplaceCodebook = Annotated[
    bool, typer.Option("--replace", help="Take the codebook of --codebook alone, without that of the package.")
]


def codebook_of(path: Path | None, *, alone: bool) -> Codebook:
    """Return the codebook of the package, with what a file adds to it, or that of the file `alone`."""
    from lawreport_parser.indicators.codebook import Codebook

    if alone and path is None:
        raise typer.BadParameter("it needs a codebook: --codebook TOML", param_hint="--replace")
    own = Codebook.default()
    return own if path is None else Codebook.read(path, base=None if alone else own)

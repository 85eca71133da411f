"""The program `lawreport`, also run as `python -m lawreport_parser`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from lawreport_parser.errors import MissingExtraError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (default: those of the process) and end with its exit status.

    The packages of the extra `cli` are looked for first: without them one line says how to install them.
    """
    try:
        for package in ("typer", "rich"):
            if find_spec(package) is None:
                raise MissingExtraError(package, "cli")
        from lawreport_parser.cli.app import app

        app(args=arguments, prog_name="lawreport")
    except MissingExtraError as error:
        print(f"lawreport: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

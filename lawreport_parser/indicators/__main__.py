"""Prints a codebook as tables in Markdown: `python -m lawreport_parser.indicators [zh] [FILE]`."""

from __future__ import annotations

import sys

from lawreport_parser.errors import CodebookError
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.tables import codebook_page


def main(arguments: list[str]) -> int:
    """Print the page; 2 where a file is no codebook."""
    chinese = arguments[:1] == ["zh"]
    try:
        books = [Codebook.read(path) for path in arguments[chinese:]]
    except CodebookError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.buffer.write(codebook_page(books[0] if books else Codebook.default(), chinese=chinese).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

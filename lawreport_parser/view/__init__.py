"""A page to look at: reports as one self-contained HTML file, text on one side and outline on the other;
and reports of one issuer held against each other.

    >>> from lawreport_parser import parse
    >>> from lawreport_parser.view import render_page
    >>> page = render_page(parse("一、主要成效\\n（一）强化学习。学法8次。"), "report.txt")
    >>> page.startswith("<!doctype html>")
    True

The page loads nothing: its style, its program and the text are in the file, and its content security policy
forbids the rest. See `docs/use/view.md`.
"""

from __future__ import annotations

from lawreport_parser.view.document import render, render_comparison, render_index, render_page

__all__ = ["render", "render_comparison", "render_index", "render_page"]

"""What is read of a report, as the rows of `trees.tsv` say it: ⏎ is the end of a line."""

from __future__ import annotations

from lawreport_parser import parse

#: What is told of roles, and not of the outline.
_OF_ROLES = ("missing-part", "guessed-role")
_TITLE = "云岭县2023年工作总结\n"


def tree(row: str) -> tuple[str, str]:
    """Return preamble, sections with heading and body, closing, in the order of the text; and what is told of them.

    `1.1 （一）[修桥] 修好了。` is a section with its id, marker, heading and body; paragraphs are parted by ⏎.
    """
    report = parse(_TITLE + row.replace("⏎", "\n"))
    told = [(piece.span.start, f"preamble {piece.text}") for piece in report.preamble]
    told += [(piece.span.start, f"closing {piece.text}") for piece in report.closing]
    told += [(piece.span.start, f"aside {piece.text}") for piece in report.furniture]
    for each in report.walk():
        heading = f"[{each.heading.text}]" if each.heading else ""
        body = "⏎".join(piece.text.replace("\n", "⏎") for piece in each.body)
        told.append((each.span.start, f"{each.id} {each.marker.text}{heading} {body}".rstrip().replace("\n", "⏎")))
    if report.signature is not None:
        told.append((report.signature.span.start, f"signed {report.signature.issuer} {report.signature.date}"))
    notes = [f"{each.code} {each.span.of(report.text)}" for each in report.diagnostics if each.code not in _OF_ROLES]
    return " / ".join(words for _, words in sorted(told)), " / ".join(notes).replace("\n", "⏎") or "-"

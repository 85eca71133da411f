"""The endings of the files that reports come in, and whether a text is no more than the name of one."""

from __future__ import annotations

from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS, LINE_ENDS

__all__ = ["KNOWN_ENDINGS", "names_a_file"]

#: Files with these endings are taken from folders, in letters of either case.
KNOWN_ENDINGS: Final = (
    *(".txt", ".text"),
    *(".html", ".htm", ".shtml", ".xhtml", ".jhtml", ".aspx", ".jsp", ".php"),
    *(".docx", ".pdf"),
    # A report may well be in these: they hold a web page under a wrong name, or fail with advice what to do.
    *(".doc", ".docm", ".wps", ".rtf", ".odt", ".ofd", ".mht", ".mhtml"),
)
#: What else a name may end in that is given by mistake.
_OTHER_ENDINGS: Final = (".md", ".json", ".jsonl", ".csv", ".tsv", ".xls", ".xlsx", ".zip", ".rar", ".xml")
#: How the name of a place begins: from the root, from here, from home, on a drive or a server, on the web.
_ROOTS: Final = ("/", "./", "../", "~/", ".\\", "..\\", "\\\\", "http://", "https://", "file://")
_DRIVE: Final = (":\\", ":/")
#: Behind other words they are what a sentence tells of.
_ADDRESSES: Final = ("http://", "https://", "www.")
#: A name is no longer than this (the longest path of Windows), and holds none of the marks of sentences.
_LONGEST: Final = 260
_OF_SENTENCES: Final = frozenset("，。；：！？" + LINE_ENDS)
_OF_CLAUSES: Final = frozenset("、" + BLANK_CHARACTERS)


def names_a_file(text: str) -> bool:
    """Say whether a text is plainly the name of a file, or the address of a page, and nothing else.

    That is one line without commas and the marks of sentences that ends like a file (.txt, .docx), or begins like a
    path or an address and has no blank in it.
    """
    if len(text) > 2 * _LONGEST:
        return False
    words = text.strip(BLANK_CHARACTERS).lower()
    # 原文链接: https://… is a line of a page.
    if not 2 < len(words) <= _LONGEST or not _OF_SENTENCES.isdisjoint(words) or ": " in words:
        return False
    rooted = words.startswith(_ROOTS) or (words[1:3] in _DRIVE and "a" <= words[0] <= "z")
    if not rooted and any(words.find(address) > 0 for address in _ADDRESSES):
        return False
    if words.endswith((*KNOWN_ENDINGS, *_OTHER_ENDINGS)):
        return True
    return rooted and _OF_CLAUSES.isdisjoint(words)

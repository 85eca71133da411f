"""Turns a 法治政府建设年度报告 into a lossless, typed section tree."""

from lawreport_parser._version import __version__

__all__ = ["__version__"]

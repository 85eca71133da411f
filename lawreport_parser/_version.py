"""The version of lawreport_parser, the one place that states it."""

__version__ = "0.1.0"

"""The command line `lawreport`. It needs the extra `cli`; `lawreport_parser.__main__` starts it."""

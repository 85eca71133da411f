"""The Lark grammars of lawreport_parser, installed as `lawreport_parser.grammar`."""

"""The outline of a report: markers found, series followed, the tree built."""

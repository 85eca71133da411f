"""Indicators: figures of a report that a codebook names, so that they can be compared across reports."""

"""Numerals, quantities, dates and citations in a text, with exact values."""

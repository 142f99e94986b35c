"""Readers of office files: the text stands in XML or in cells, and pages are made of it."""

"""Readers of files from strangers: every kind ends in pages, words and boxes."""

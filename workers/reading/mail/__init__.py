"""Readers of messages: what was written, then each attachment by its own reader, one level deep."""

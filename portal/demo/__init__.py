"""The demonstration: its documents and its story, nothing of it in production."""

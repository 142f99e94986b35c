"""Facts of documents."""

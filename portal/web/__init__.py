"""The pages: forms in, service call, page out."""

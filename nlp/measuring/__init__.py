"""How good the flags are: labelled documents, what is found beside them, and the figures."""

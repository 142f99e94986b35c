"""How the shipped model is made, by scikit-learn; nothing here is needed to find claims."""

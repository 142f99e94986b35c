"""Measures reading: its speed beside other readers, its tables, its losses, its misreadings."""

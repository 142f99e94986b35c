"""How a page is laid out: its text as it is matched, its lines and rows, what is read as one."""

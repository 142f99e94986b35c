"""Everything outside the process: database, objects, queue, mail."""

"""The second face on the services: jobs that read, flag, mail, and the clock."""

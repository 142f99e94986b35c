"""One module a noun: each view translates between a form, a service and a page."""

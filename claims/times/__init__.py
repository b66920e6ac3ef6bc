"""When a text says that something was: time expressions found, resolved against the published date, and compared."""

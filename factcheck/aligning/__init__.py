"""Which claims are about one matter, and which documents tell of one event."""

"""factcheck: from claims to facts, with where sources agree, where they contradict each other, and why."""

__version__ = "0.1.0"

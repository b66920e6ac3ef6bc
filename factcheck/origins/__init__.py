"""Who copied whom: shared text, credits, and which document was probably first."""

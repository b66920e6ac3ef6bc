"""claims: from a text to its claims, each with its exact words, what it counts, when, and who says it."""

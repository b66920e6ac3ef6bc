"""Which forms in all articles name one person, country, group or place."""

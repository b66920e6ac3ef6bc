"""The dashboard in a real browser: what a person sees, clicks and types."""

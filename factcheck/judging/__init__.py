"""The verdict on two claims of one fact: figures, times, denials, then a reader of words."""

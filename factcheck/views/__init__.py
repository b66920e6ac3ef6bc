"""What a page or a file shows of a report, worked out before anything is drawn."""

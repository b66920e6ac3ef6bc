"""What stands on a page and is not the article: its lines named, each with a reason."""

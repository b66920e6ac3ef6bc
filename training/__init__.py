"""Training of the model that reads two claims without figures; nothing of it is needed to run the tool."""

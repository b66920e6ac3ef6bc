"""The commands, one a module: `add` tells the parser its options, `run` does it and returns the exit status."""

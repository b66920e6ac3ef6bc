"""Measurements of this project: how fast (`benchmarks.speed`) and how right (`benchmarks.quality`)."""

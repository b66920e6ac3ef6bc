"""How many, how much, of what: numbers found in a parse, with bound, unit, what is counted and the role it plays."""

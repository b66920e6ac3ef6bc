"""Who says it, who is meant, and how firmly: reporting frames, quotations, speakers, pronouns, hedges and stances."""

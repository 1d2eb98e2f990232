"""Text: repair of what sources hold, mathematics, escaping, words."""

"""The terms of papers, words and pairs of words, and how much each says: the vector space."""

"""The vocabulary of topics, and which papers belong to which topic, with the evidence."""

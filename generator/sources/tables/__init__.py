"""Tables and lists of objects, read by the names of their columns and keys."""

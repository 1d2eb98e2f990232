"""From the bytes of a source to text, whatever encoding it has."""

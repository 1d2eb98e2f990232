"""What can be counted in a catalogue: figures and sentences on them, no HTML."""

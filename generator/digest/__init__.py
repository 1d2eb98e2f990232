"""What came into a catalogue in some days, as an e-mail: its content, its forms, its sending."""

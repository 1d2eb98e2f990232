"""Issues that readers sent in become records."""

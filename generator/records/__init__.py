"""Records as programs find, write and try them: what intake, add and doctor have in common."""

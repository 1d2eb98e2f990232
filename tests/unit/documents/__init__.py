"""The documentation names every command, setting and page, in words that the code has."""

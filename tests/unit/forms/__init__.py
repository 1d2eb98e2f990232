"""Forms that readers fill in, and the addresses that open them."""

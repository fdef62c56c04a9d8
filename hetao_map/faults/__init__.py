"""What is done when something goes wrong: caught, told, written down, and not repeated."""

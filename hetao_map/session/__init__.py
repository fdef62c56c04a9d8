"""The owner of the state, and what is remembered between two starts."""

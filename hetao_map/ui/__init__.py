"""The window. The only place with widgets; what they show is in the state."""

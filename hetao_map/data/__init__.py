"""The only door to files. Everything is opened read-only and nothing is left behind."""

"""What the pointer does on the map: one tool a file, no widgets."""

"""Numbers: extents, viewports, columns of coordinates, projections. No Qt, no files."""

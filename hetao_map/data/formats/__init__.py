"""Other formats than GeoPackage: recognised by content, read in a child process."""

"""Words: languages, texts in three of them, numbers, dates and coordinates as people write them."""

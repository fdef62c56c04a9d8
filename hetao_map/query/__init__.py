"""Questions to the data: what is here, what is called so, what is known of it. No Qt."""

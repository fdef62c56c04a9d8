"""The nouns of the map as frozen values: layer, feature, style, state, card. No Qt."""

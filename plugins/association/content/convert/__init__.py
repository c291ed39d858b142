"""From file shapes to the domain: references followed, only what may be published kept."""

"""What the theme draws by itself: a member's tile, the map of the places, the colours of the accent.

Numbers and strings only; the templates write the markup.
"""

"""File shapes: what an editor may write, key by key. `schemas/` is generated from them."""

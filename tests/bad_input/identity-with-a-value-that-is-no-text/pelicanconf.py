ASSOCIATION = {"name": "Essai", "founded": b"1998"}

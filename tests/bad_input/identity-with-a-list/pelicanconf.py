ASSOCIATION = {"name": ["Essai", "Test"]}

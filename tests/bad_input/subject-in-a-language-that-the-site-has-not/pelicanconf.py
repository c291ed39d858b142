ASSOCIATION = {"name": "Essai"}
LANGUAGES = ["fr", "nl", "en"]

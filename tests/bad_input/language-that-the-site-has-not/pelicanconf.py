ASSOCIATION = {
    "name": {"fr": "Essai", "ln": "Proef"},
}
LANGUAGES = ["fr", "nl", "en"]

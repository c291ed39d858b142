SITENAME = "BLITS"
PATH = "content"
TIMEZONE = "Europe/Brussels"
LANGUAGES = ["fr", "nl", "en"]
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {
    "name": "BLITS",
    "tagline": {"fr": "Informaticiens de Belgique", "nl": "IT’ers van België", "en": "IT people of Belgium"},
    "email": "hello@blits.example",
    "logo": "logos/blits.svg",
    "accent": "#8a1a52",
    "notice": {
        "fr": "Démonstration : hormis le cofondateur nommé par la presse, personnes et dates sont fictives.",
        "nl": "Demonstratie: behalve de medeoprichter uit de pers zijn personen en data fictief.",
        "en": "Demonstration: apart from the co-founder named in the press, people and dates are fictitious.",
    },
}

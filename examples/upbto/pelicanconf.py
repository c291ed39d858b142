SITENAME = "UPBTO"
PATH = "content"
TIMEZONE = "Europe/Brussels"
LANGUAGES = ["fr", "nl"]
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {
    "name": "UPBTO",
    "legal_form": {"fr": "Fédération professionnelle", "nl": "Beroepsfederatie"},
    "tagline": {"fr": "Les technologues orthopédiques", "nl": "De orthopedisch technologen"},
    "email": "info@upbto.example",
    "logo": "logos/upbto.svg",
    "accent": "#1f6b3b",
    "notice": {
        "fr": "Démonstration : hormis les personnes et organismes nommés par la presse, tout est fictif.",
        "nl": "Demonstratie: behalve de personen en organisaties uit de pers is alles fictief.",
    },
}

"""Les réglages du site d’Action T.I.C."""

SITENAME = "Action T.I.C."
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {
    "name": "Action T.I.C.",
    "legal_form": "Association loi 1901",
    "tagline": "Les indépendants du numérique, dans le Tarn",
    "territory": "Le Tarn et ses zones voisines",
    "email": "bonjour@action-tic.example",
    "logo": "logos/action-tic.svg",
    "accent": "#9c3f12",
    "notice": "Site de démonstration : les personnes, entreprises, dates et lieux sont fictifs.",
}

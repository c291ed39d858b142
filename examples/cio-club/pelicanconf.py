"""Les réglages du site du CIO-Club Wallonie/Bruxelles."""

SITENAME = "CIO-Club Wallonie/Bruxelles"
PATH = "content"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {
    "name": "CIO-Club Wallonie/Bruxelles",
    "legal_form": "ASBL",
    "tagline": "Les responsables de l’informatique, entre pairs",
    "territory": "Wallonie et Bruxelles",
    "email": "secretariat@cio-club.example",
    "logo": "logos/cio-club.svg",
    "accent": "#2d3a8c",
    "notice": "Démonstration : hormis le président nommé par la presse, tout est fictif.",
}

"""Les réglages du site de TacTic ; tout ce qui n'est pas écrit ici a une valeur par défaut."""

# Le nom du site, dans le titre de chaque page.
SITENAME = "TacTic"

# Le dossier des textes et des images, le fuseau horaire des réunions, la langue des pages.
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"

# L'habillage et le programme ; à laisser tels quels.
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]

# L'identité de l'association. Seul `name` est obligatoire.
ASSOCIATION = {
    "name": "TacTic",
    "legal_form": "Association loi 1901",
    "tagline": "Les informaticiens de l’Artois",
    "territory": "Arras, Béthune, Douai, Lens",
    "founded": "8 octobre",
    "founded_in": "Arras",
    "email": "contact@tactic.example",
    # La couleur des liens et des boutons ; les autres teintes en découlent.
    "accent": "#0c5c60",
    # Une phrase au bas de chaque page.
    "notice": "Site de démonstration : hormis les sept membres nommés par la presse, "
    "les personnes, entreprises, dates et lieux sont fictifs.",
}

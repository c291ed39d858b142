SITENAME = "Essai"
ASSOCIATION = {
    "tagline": "Les informaticiens de l'Artois",
}

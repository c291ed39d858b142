ASSOCIATION = {
    "name": "Éssai",
    "accent": "vert",
    "logo": "logo.svg",
}

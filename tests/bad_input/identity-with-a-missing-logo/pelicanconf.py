ASSOCIATION = {
    "name": "Essai",
    "logo": "logo.svg",
}

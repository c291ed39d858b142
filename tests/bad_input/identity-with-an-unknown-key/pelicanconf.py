ASSOCIATION = {
    "name": "Essai",
    "e_mail": "contact@essai.example",
}

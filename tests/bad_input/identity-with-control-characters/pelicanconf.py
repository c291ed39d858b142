ASSOCIATION = {
    "name": "Essai",
    "tagline": "Une \x0bligne",
    "social": {"Masto\x00don": "https://a.example"},
}

"""French as volunteers could have written it: sentences drawn from a small stock, always the same ones.

Only shapes matter here (lengths, accents, punctuation, lists): no sentence is meant to inform.
"""

from random import Random

SUBJECTS = (
    "la commission|le bureau|une adhérente|l’équipe d’accueil|le comité directeur|notre trésorière|"
    "un voisin du quartier|l’atelier du samedi|la mairie de Béthune|le groupe de travail|"
    "chaque bénévole|la salle de l’Exemple|l’assemblée générale|une entreprise de Lens|la bibliothèque|"
    "le prestataire choisi|la nouvelle présidente"
).split("|")
VERBS = (
    "prépare|propose|relit|annonce|reporte|met à jour|raconte|partage|organise|accueille|vérifie|"
    "explique|remplace|inaugure|compare|finance|demande|retrouve|installe|répare"
).split("|")
OBJECTS = (
    "le calendrier de l’hiver|une sauvegarde hors site|la liste des stages|un repas partagé|"
    "les comptes de l’année|la visite du musée|un site accessible à tous|le matériel prêté|les statuts|"
    "une formation d’une matinée|la facture électronique|un marché public|les clés de la salle|"
    "le réseau du bâtiment|une affiche|la rencontre des écoles|trois devis|le procès-verbal"
).split("|")
CIRCUMSTANCES = (
    "avant la fin du mois|sans rien changer au budget|avec l’aide des étudiants|dès la rentrée|"
    "à la demande des membres|malgré la pluie|pour la deuxième fois|en moins d’une heure|"
    "le premier mardi du mois|sur le conseil d’un confrère|au grand soulagement de tous|"
    "entre Arras et Douai|comme l’an dernier"
).split("|")
LINKS = (
    "Ensuite|En revanche|Pour cela|De son côté|Ce jour-là|À Lens|Bonne nouvelle|Depuis octobre|En pratique"
).split("|")
NAMES = (
    "Atelier|Beffroi|Carillon|Delta|Étoile|Fabrique|Gayant|Houblon|Îlot|Jardin|Kiosque|Ludothèque|"
    "Moulin|Nef|Ostréa|Passerelle|Quai|Ruche|Scarpe|Terril|Union|Verrière|Wagon|Ypres|Zéphyr"
).split("|")
TRADES = (
    "Conseil|Données|Formation|Gestion|Image|Logiciels|Réseaux|Sauvegarde|Services|Studio|Télécom|Web"
).split("|")
SKILLS = (
    "Sites web|Réseaux|Sécurité|Sauvegarde|Formation|Logiciels de gestion|Téléphonie|"
    "Applications mobiles|Dépannage|Accessibilité|Graphisme|Traduction|Comptabilité|Marchés publics|"
    "Photographie|Impression|Câblage|Hébergement|Messagerie|Données"
).split("|")
TOWNS = (
    ("Arras", 50.2910, 2.7775),
    ("Lens", 50.4291, 2.8317),
    ("Béthune", 50.5303, 2.6408),
    ("Douai", 50.3707, 3.0797),
    ("Liévin", 50.4228, 2.7786),
    ("Hénin-Beaumont", 50.4217, 2.9508),
    ("Carvin", 50.4928, 2.9583),
    ("Cambrai", 50.1767, 3.2356),
    ("Saint-Omer", 50.7503, 2.2520),
    ("Bapaume", 50.1030, 2.8500),
)
TAGS = ("vie de l’association|entraide|stages|sécurité|réglementation|matériel|rencontres|territoire").split(
    "|"
)


def sentence(chance: Random) -> str:
    core = " ".join(chance.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, CIRCUMSTANCES))
    if chance.random() < 0.4:
        return f"{chance.choice(LINKS)}, {core}."
    return f"{core[0].upper()}{core[1:]}{chance.choice(('.', '.', '.', ' !', ' : voici comment.'))}"


def paragraph(chance: Random, sentences: int) -> str:
    return " ".join(sentence(chance) for _ in range(sentences))


def title(chance: Random) -> str:
    subject = chance.choice(SUBJECTS)
    return f"{subject[0].upper()}{subject[1:]} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"


def announcement(chance: Random) -> str:
    """What is said of an event: some 120 words."""
    points = "\n".join(f"- {sentence(chance)}" for _ in range(3))
    return "\n\n".join((paragraph(chance, 4), f"## {title(chance)}", points, paragraph(chance, 2))) + "\n"


def post(chance: Random) -> str:
    """300 to 500 words with what editors use: headings, lists, emphasis, links, a table now and then."""
    blocks, wanted = [paragraph(chance, 4)], chance.randint(260, 380)
    while len(" ".join(blocks).split()) < wanted:
        blocks += [f"## {title(chance)}", paragraph(chance, 3)]
        if chance.random() < 0.5:
            blocks.append("\n".join(f"- {sentence(chance)}" for _ in range(3)))
    blocks.append(
        f"**{sentence(chance)}** Voir [l’annuaire](/annuaire/) ou [un site](https://exemple.example/)."
    )
    if chance.random() < 0.25:
        rows = (f"| {chance.choice(OBJECTS)} | {chance.randint(2, 900)} |" for _ in range(3))
        blocks.append("\n".join(("| Quoi | Combien |", "|---|---:|", *rows)))
    return "\n\n".join((*blocks, paragraph(chance, 2))) + "\n"

"""The sentences of the web editor that are not those of Decap CMS, and the words of its commits."""

from collections.abc import Mapping
from typing import Final

from ..content.schema.key_labels import Said

COLLECTIONS: Final[Mapping[str, Said]] = {
    "news": ("Actualités", "Nieuws", "News"),
    "events": ("Agenda", "Agenda", "Events"),
    "offers": ("Annonces", "Aanbiedingen", "Offers"),
    "minutes": ("Comptes rendus", "Verslagen", "Minutes"),
    "pages": ("Pages", "Pagina’s", "Pages"),
}
SINGULAR: Final[Mapping[str, Said]] = {
    "news": ("actualité", "bericht", "piece of news"),
    "events": ("événement", "evenement", "event"),
    "offers": ("annonce", "aanbieding", "offer"),
    "minutes": ("compte rendu", "verslag", "minutes"),
    "pages": ("page", "pagina", "page"),
}
PREFIX: Final[Said] = ("Éditeur web :", "Webeditor:", "Web editor:")
"""How a commit of the editor begins: the forge's files know by it what `tidy` is for."""
COMMITS: Final[Mapping[str, Said]] = {
    "create": ("ajout de {{slug}}", "{{slug}} toegevoegd", "add {{slug}}"),
    "update": ("modification de {{slug}}", "{{slug}} gewijzigd", "change {{slug}}"),
    "delete": ("suppression de {{slug}}", "{{slug}} verwijderd", "remove {{slug}}"),
    "uploadMedia": ("ajout de {{path}}", "{{path}} toegevoegd", "add {{path}}"),
    "deleteMedia": ("suppression de {{path}}", "{{path}} verwijderd", "remove {{path}}"),
    "openAuthoring": ("{{message}}", "{{message}}", "{{message}}"),
}
WORDS: Final[Mapping[str, Said]] = {
    "body": ("Texte", "Tekst", "Text"),
    "yes": ("oui", "ja", "yes"),
    "no": ("non", "nee", "no"),
    "title": ("Éditeur du site", "Editor van de site", "Editor of the site"),
    "token": ("Jeton d’accès", "Toegangstoken", "Access token"),
    "enter": ("Entrer", "Binnengaan", "Enter"),
    "explained": (
        "Le site est tenu dans le projet {project}. Pour y écrire, il faut un compte sur la forge, le droit "
        "de modifier ce projet, et un jeton d’accès : il reste dans ce navigateur.",
        "De site staat in het project {project}. Om erin te schrijven hebt u een account op het platform "
        "nodig, het recht om dit project te wijzigen, en een toegangstoken: dat blijft in deze browser.",
        "The site is kept in the project {project}. To write there you need an account on the forge, the "
        "right to change this project, and an access token: it stays in this browser.",
    ),
    "make_token": (
        "Créer un jeton (nouvel onglet)",
        "Een token maken (nieuw tabblad)",
        "Make a token (new tab)",
    ),
    "rights": (
        "Droits à donner au jeton : {rights}.",
        "Rechten voor het token: {rights}.",
        "Rights to give the token: {rights}.",
    ),
    "refused": (
        "La forge refuse ce jeton. Vérifiez qu’il est entier, qu’il n’a pas expiré et qu’il a les droits "
        "demandés.",
        "Het platform weigert dit token. Kijk na of het volledig is, niet vervallen is en de gevraagde "
        "rechten heeft.",
        "The forge refuses this token. See that it is complete, has not expired and has the rights asked "
        "for.",
    ),
    "one_a_line": ("Un par ligne.", "Eén per regel.", "One a line."),
    "not_yaml": (
        "Ce texte n’est pas du YAML : {reason}",
        "Deze tekst is geen YAML: {reason}",
        "This text is not YAML: {reason}",
    ),
    "choose": ("— aucun choix —", "— niets gekozen —", "— nothing chosen —"),
    "find": ("Chercher dans la liste", "Zoeken in de lijst", "Find in the list"),
    "remove": ("Retirer", "Verwijderen", "Remove"),
    "by_language": ("Une version par langue", "Een versie per taal", "A version in each language"),
    "no_script": (
        "L’éditeur a besoin de JavaScript.",
        "De editor heeft JavaScript nodig.",
        "The editor needs JavaScript.",
    ),
    "loading": ("L’éditeur arrive…", "De editor komt eraan…", "The editor is coming…"),
    "saved": (
        "Enregistré. Le site se met à jour en quelques minutes, une fois la vérification passée.",
        "Opgeslagen. De site is over enkele minuten bijgewerkt, zodra de controle voorbij is.",
        "Saved. The site is updated within minutes, once it has been checked.",
    ),
}

"""What the forms of a forge ask, in the three languages; `apply` finds the answers by the same labels.

The keys are those of the file shapes: a test keeps them so. Not for what a value may be: the shapes judge it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Words = Mapping[str, str]
Kind = Literal["line", "text", "choice", "choices", "box"]
LANGUAGES: Final = ("fr", "nl", "en")


@dataclass(frozen=True, slots=True)
class Question:
    """key: of the shape; with "person." of the person to contact; "entry", "body" and "agreed" are our own.

    listed: where its options are, in members.yaml, or the words that there are.
    """

    key: str
    label: Words
    kind: Kind = "line"
    required: bool = False
    hint: Words | None = None
    listed: str | Words | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """file: its name on GitHub; the title is the one that people choose by."""

    name: str
    file: str
    title: Words
    about: Words
    questions: tuple[Question, ...]


def said(fr: str, nl: str, en: str) -> Words:
    return dict(zip(LANGUAGES, (fr, nl, en), strict=True))


FULL_ADDRESS: Final = said(
    "L’adresse complète : https://…", "Het volledige adres: https://…", "The full address: https://…"
)
KINDS: Final[Mapping[str, Words]] = {
    "organisation": said("Organisation", "Organisatie", "Organisation"),
    "person": said("Particulier", "Persoon", "Person"),
    "school": said("École", "School", "School"),
    "public": said("Organisme public", "Overheidsinstelling", "Public body"),
}
ENTRY = Question(
    "entry",
    said("Fiche à corriger", "Te verbeteren fiche", "Entry to correct"),
    required=True,
    hint=said(
        "Le nom exact, ou la fin de l’adresse de la fiche.",
        "De juiste naam, of het einde van het adres van de fiche.",
        "Its exact name, or the end of the address of its page.",
    ),
)
NAME = Question("name", said("Nom", "Naam", "Name"), required=True)
ABOUT_A_MEMBER = (
    Question("kind", said("Qui êtes-vous ?", "Wie bent u?", "Who are you?"), "choice", listed="kinds"),
    Question(
        "type", said("Sorte d’adhésion", "Soort lidmaatschap", "Kind of membership"), "choice", listed="types"
    ),
    Question(
        "summary",
        said("Résumé", "Samenvatting", "Summary"),
        hint=said(
            "Une ou deux phrases, 160 caractères au plus.",
            "Een of twee zinnen, hoogstens 160 tekens.",
            "One or two sentences, 160 characters at most.",
        ),
    ),
    Question("description", said("Présentation", "Voorstelling", "Description"), "text"),
    Question("skills", said("Compétences", "Vaardigheden", "Skills"), "choices", listed="skills"),
    Question("town", said("Commune", "Gemeente", "Town"), "choice", listed="towns"),
    Question("website", said("Site web", "Website", "Website"), hint=FULL_ADDRESS),
    Question("email", said("Courriel", "E-mail", "Email")),
    Question("phone", said("Téléphone", "Telefoon", "Telephone")),
    Question("person.name", said("Personne à contacter", "Contactpersoon", "Person to contact")),
    Question("person.role", said("Sa fonction", "Functie van deze persoon", "What this person does")),
    Question("person.email", said("Son courriel", "E-mail van deze persoon", "Email of this person")),
    Question("person.phone", said("Son téléphone", "Telefoon van deze persoon", "Telephone of this person")),
)
AGREED = Question(
    "agreed",
    said("Accord des personnes", "Toestemming van de personen", "Consent of the people"),
    "box",
    hint=said(
        "Les personnes nommées ici acceptent aujourd’hui que ce qui est écrit d’elles soit publié.",
        "De hier genoemde personen stemmen er vandaag mee in dat wat over hen staat, verschijnt.",
        "The people named here agree today that what is written of them is published.",
    ),
)
ABOUT_A_DATE = (
    Question("title", said("Titre", "Titel", "Title"), required=True),
    Question(
        "start",
        said("Début", "Begin", "Start"),
        required=True,
        hint=said(
            "2027-03-18 18h30, ou 2027-03-18",
            "2027-03-18 18:30, of 2027-03-18",
            "2027-03-18 18:30, or 2027-03-18",
        ),
    ),
    Question(
        "duration",
        said("Durée", "Duur", "Duration"),
        hint=said(
            "2h, 1h30, 90min ; 2h si rien n’est dit.",
            "2h, 1h30, 90min; 2h als er niets staat.",
            "2h, 1h30, 90min; 2h if nothing is said.",
        ),
    ),
    Question(
        "end",
        said("Dernier jour", "Laatste dag", "Last day"),
        hint=said(
            "S’il y en a plusieurs, sans heure : 2027-03-20.",
            "Als er meer zijn, zonder uur: 2027-03-20.",
            "If there are several, without time: 2027-03-20.",
        ),
    ),
    Question("venue", said("Lieu", "Plaats", "Venue")),
    Question(
        "summary",
        said("Résumé", "Samenvatting", "Summary"),
        hint=said("Une phrase.", "Een zin.", "One sentence."),
    ),
    Question("registration", said("Inscription", "Inschrijving", "Registration"), hint=FULL_ADDRESS),
    Question("price", said("Prix", "Prijs", "Price")),
    Question("body", said("Texte", "Tekst", "Text"), "text"),
)
FORMS: Final = (
    Form(
        "add",
        "add-my-entry.yml",
        said("Ajouter ma fiche", "Mijn fiche toevoegen", "Add my entry"),
        said("Entrer dans l’annuaire.", "In de ledenlijst komen.", "Be listed in the directory."),
        (NAME, *ABOUT_A_MEMBER, AGREED),
    ),
    Form(
        "correct",
        "correct-my-entry.yml",
        said("Corriger ma fiche", "Mijn fiche verbeteren", "Correct my entry"),
        said(
            "Ce qui reste vide ne change pas.",
            "Wat leeg blijft, verandert niet.",
            "What stays empty does not change.",
        ),
        (ENTRY, Question("name", said("Nouveau nom", "Nieuwe naam", "New name")), *ABOUT_A_MEMBER, AGREED),
    ),
    Form(
        "event",
        "announce-a-date.yml",
        said("Annoncer une date", "Een datum aankondigen", "Announce a date"),
        said("Un événement pour l’agenda.", "Een evenement voor de agenda.", "An event for the calendar."),
        ABOUT_A_DATE,
    ),
)

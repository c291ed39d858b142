"""What visitors call things when they look for them, and the words that tell nothing: by language.

A language is added here. What is not there is found by its own words alone.
"""

from collections.abc import Mapping

from ..domain.offers import OfferKind
from ..domain.text import Language

SMALL_WORDS: Mapping[Language, frozenset[str]] = {
    "fr": frozenset(
        "a ai au aux avec c ce ces cette chez combien comment d dans de des du elle elles en est et "
        "etre eux faire faut ici il ils j je l la le les leur leurs lui m ma mais me mes mon n ne nos "
        "notre nous on ont ou par pas plus pour pres pourquoi qu quand que quel quelle quelles quels qui s "
        "sa se ses si son sont sur t te tu un une vos votre vous y".split()
    ),
    "nl": frozenset(
        "aan al als bij d dan dat de deze die dit door een en er haar heb het hij hoe ik in is je kan "
        "met mijn n naar niet nog of om ons onze ook op s t te tot u uit uw van voor waar waarom "
        "wanneer was wat we welke wie wij worden wordt ze zich zij zijn zo nabij".split()
    ),
    "en": frozenset(
        "a an and are as at be been but by can d did do for from has have he her his how i if in is it "
        "its ll m may more no not of on or our re s she so t that the their them they this to us ve was "
        "we were what when where which who why will with you your near".split()
    ),
}
"""Folded. They tell nothing of what a text is about; in a title they count."""
KINDS_OF_OFFERS: Mapping[Language, Mapping[OfferKind, str]] = {
    "fr": {
        OfferKind.INTERNSHIP: "stage stagiaire",
        OfferKind.APPRENTICESHIP: "alternance alternant apprentissage apprenti",
        OfferKind.JOB: "emploi recrutement poste CDI CDD",
        OfferKind.TENDER: "appel d’offres marché",
        OfferKind.SKILL_EXCHANGE: "échange de compétences",
        OfferKind.REQUEST: "demande besoin",
    },
    "nl": {
        OfferKind.INTERNSHIP: "stage stagiair",
        OfferKind.APPRENTICESHIP: "leerwerkplek duaal leren",
        OfferKind.JOB: "vacature baan werk",
        OfferKind.TENDER: "aanbesteding",
        OfferKind.SKILL_EXCHANGE: "uitwisseling",
        OfferKind.REQUEST: "vraag",
    },
    "en": {
        OfferKind.INTERNSHIP: "internship intern placement",
        OfferKind.APPRENTICESHIP: "apprenticeship apprentice",
        OfferKind.JOB: "job vacancy position",
        OfferKind.TENDER: "tender call",
        OfferKind.SKILL_EXCHANGE: "exchange",
        OfferKind.REQUEST: "request",
    },
}
"""What visitors call them; their titles need not say it."""
SECTIONS: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "MINUTES": "compte rendu CR procès-verbal PV",
        "JOINING": "adhérer adhésion devenir membre rejoindre inscription cotisation",
        "DIRECTORY": "annuaire trouver prestataire entreprise membres",
        "AGENDA": "agenda calendrier rendez-vous dates événements",
        "OFFERS": "annonces offres",
        "GOVERNANCE": "gouvernance bureau conseil d’administration président trésorier secrétaire",
    },
    "nl": {
        "MINUTES": "verslag notulen",
        "JOINING": "lid worden aansluiten inschrijven lidgeld",
        "DIRECTORY": "ledengids leden vinden",
        "AGENDA": "agenda kalender data evenementen",
        "OFFERS": "aanbiedingen vacatures",
        "GOVERNANCE": "bestuur voorzitter penningmeester secretaris",
    },
    "en": {
        "MINUTES": "minutes report",
        "JOINING": "join membership become a member fee",
        "DIRECTORY": "directory members find",
        "AGENDA": "events calendar dates",
        "OFFERS": "offers jobs",
        "GOVERNANCE": "governance board chair treasurer secretary",
    },
}
"""Of minutes, and of the texts that stand above a section."""
SHORT_NAMES: Mapping[Language, Mapping[str, str]] = {
    "fr": {"assemblee generale": "AG", "conseil d'administration": "CA", "comite de direction": "CODIR"},
    "nl": {"algemene vergadering": "AV", "algemene ledenvergadering": "ALV", "raad van bestuur": "RvB"},
    "en": {"general meeting": "AGM"},
}
"""What members say of what a title spells out, which is folded here."""

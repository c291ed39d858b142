"""What the keys of the files mean, in Dutch and in English: by the French of the shapes."""

from collections.abc import Mapping
from typing import Final

HINTS: Final[Mapping[str, tuple[str, str]]] = {
    "2h, 1h30, 90min ou 3j.": (
        "2h, 1h30, 90min of 3d.",
        "2h, 1h30, 90min or 3d.",
    ),
    "Ce que fait la personne.": (
        "Wat de persoon doet.",
        "What the person does.",
    ),
    "Ce que l’adhésion apporte.": (
        "Wat het lidmaatschap oplevert.",
        "What membership brings.",
    ),
    "Ce que montre l’image, pour qui ne la voit pas. Obligatoire avec « image ».": (
        "Wat de afbeelding toont, voor wie ze niet ziet. Verplicht bij ‘image’.",
        "What the picture shows, for those who cannot see it. Required with “image”.",
    ),
    "Ceux qui la proposent, pour les titres de liste : Agences web.": (
        "Wie ze aanbiedt, voor de titels van lijsten: Webbureaus.",
        "Those who offer it, for the titles of lists: Web agencies.",
    ),
    "Comment le calendrier s’appelle sur le site, après « Source : ».": (
        "Hoe de agenda op de site heet, na ‘Bron:’.",
        "What the calendar is called on the site, after “Source:”.",
    ),
    "Dates supplémentaires.": (
        "Extra data.",
        "Extra dates.",
    ),
    "De quoi parle une date, par le jour prévu : {2027-03-02: La facture électronique}.": (
        "Waarover een datum gaat, volgens de geplande dag: {2027-03-02: De elektronische factuur}.",
        "What a date is about, by its planned day: {2027-03-02: Electronic invoicing}.",
    ),
    "Dernier jour de la fonction ; vide tant qu’elle dure.": (
        "Laatste dag van de functie; leeg zolang ze duurt.",
        "Last day of the role; empty while it lasts.",
    ),
    "Dernier jour du mandat ; vide tant qu’il dure.": (
        "Laatste dag van het mandaat; leeg zolang het duurt.",
        "Last day of the term of office; empty while it lasts.",
    ),
    "Des identifiants de commissions.": (
        "Kenmerken van werkgroepen.",
        "Identifiers of committees.",
    ),
    "Des identifiants de membres.": (
        "Kenmerken van leden.",
        "Identifiers of members.",
    ),
    "Des identifiants de « partners », dans members.yaml.": (
        "Kenmerken uit ‘partners’, in members.yaml.",
        "Identifiers from “partners”, in members.yaml.",
    ),
    "Des identifiants de « skills ».": (
        "Kenmerken uit ‘skills’.",
        "Identifiers from “skills”.",
    ),
    "Deux lettres capitales : FR, BE…": (
        "Twee hoofdletters: FR, BE…",
        "Two capital letters: FR, BE…",
    ),
    "Donne le droit de vote.": (
        "Geeft stemrecht.",
        "Gives the right to vote.",
    ),
    "D’un texte pour les membres, true : tout le monde voit son titre, et son adresse le dit.": (
        "Bij een tekst voor de leden, true: iedereen ziet de titel, en het adres bevat hem.",
        "For a members’ text, true: everybody sees its title, and its address tells it.",
    ),
    "D’un texte traduit : le fichier ou le slug de la première version, s’il s’appelle autrement.": (
        "Bij een vertaling: het bestand of de slug van de eerste versie, als die anders heet.",
        "For a translated text: the file or slug of the first version, if it is named differently.",
    ),
    "D’une formation, le niveau : débutant, confirmé…": (
        "Bij een opleiding, het niveau: beginner, gevorderd…",
        "For a training course, the level: beginner, advanced…",
    ),
    "Jour et heure : 2026-11-03 18:30. Sans heure : toute la journée.": (
        "Dag en uur: 2026-11-03 18:30. Zonder uur: de hele dag.",
        "Day and time: 2026-11-03 18:30. Without a time: all day.",
    ),
    "Jour et heure de fin. Sans heure : ce jour est compris.": (
        "Dag en uur van het einde. Zonder uur: die dag is inbegrepen.",
        "Day and time of the end. Without a time: that day is included.",
    ),
    "La charte : une adresse complète ou une page du site, /charte/.": (
        "Het charter: een volledig adres of een pagina van de site, /charter/.",
        "The charter: a full address or a page of the site, /charter/.",
    ),
    "La commune : un identifiant de « towns ».": (
        "De gemeente: een kenmerk uit ‘towns’.",
        "The town: an identifier from “towns”.",
    ),
    "La cotisation annuelle, en chiffres : 150 ou 37.50.": (
        "De jaarlijkse bijdrage, in cijfers: 150 of 37.50.",
        "The yearly fee, in figures: 150 or 37.50.",
    ),
    "La date de la dernière correction importante.": (
        "De datum van de laatste belangrijke verbetering.",
        "The date of the last important correction.",
    ),
    "La fin de l’adresse de la page ; sinon, le nom du fichier sans sa date.": (
        "Het einde van het adres van de pagina; anders de naam van het bestand zonder de datum.",
        "The end of the address of the page; otherwise the name of the file without its date.",
    ),
    "La langue du texte, si ni le site ni le nom du fichier ne la disent : fr, nl…": (
        "De taal van de tekst, als de site noch de naam van het bestand die zegt: fr, nl…",
        "The language of the text, if neither the site nor the name of the file tells it: fr, nl…",
    ),
    "La latitude en degrés, avec un point : 50.43.": (
        "De breedtegraad in graden, met een punt: 50.43.",
        "The latitude in degrees, with a point: 50.43.",
    ),
    "La longitude en degrés, avec un point : 2.83.": (
        "De lengtegraad in graden, met een punt: 2.83.",
        "The longitude in degrees, with a point: 2.83.",
    ),
    "La légende sous l’image, et de qui elle est : « L’atelier. Photo : Ana Ruiz ».": (
        "Het bijschrift onder de afbeelding, en van wie ze is: ‘Het atelier. Foto: Ana Ruiz’.",
        "The caption under the picture, and whose it is: “The workshop. Photo: Ana Ruiz”.",
    ),
    "La page d’adhésion ou de paiement.": (
        "De pagina om lid te worden of te betalen.",
        "The page for joining or paying.",
    ),
    "La personne à qui s’adresser. Sans « consent », elle n’apparaît nulle part.": (
        "De contactpersoon. Zonder ‘consent’ verschijnt die nergens.",
        "The person to contact. Without “consent”, they appear nowhere.",
    ),
    "La première date : 2026-11-03 18:30. Elle doit suivre le rythme de « repeat ».": (
        "De eerste datum: 2026-11-03 18:30. Hij moet het ritme van ‘repeat’ volgen.",
        "The first date: 2026-11-03 18:30. It must follow the rhythm of “repeat”.",
    ),
    "La région où compter les membres qui ne sont pas nommés. Absente : la commune.": (
        "De regio waar leden die niet genoemd worden, meetellen. Ontbreekt ze: de gemeente.",
        "The region in which to count members who are not named. If absent: the town.",
    ),
    "La sorte d’adhésion : un identifiant de « types ».": (
        "De soort lidmaatschap: een kenmerk uit ‘types’.",
        "The kind of membership: an identifier from “types”.",
    ),
    'Le code postal, entre guillemets droits : "62300".': (
        'De postcode, tussen rechte aanhalingstekens: "62300".',
        'The postal code, in straight quotation marks: "62300".',
    ),
    "Le dernier jour où l’on a pu adhérer ainsi ; ceux qui l’ont fait le restent.": (
        "De laatste dag waarop men zo lid kon worden; wie het toen werd, blijft het.",
        "The last day on which one could join this way; those who did remain so.",
    ),
    "Le dernier jour possible.": (
        "De laatst mogelijke dag.",
        "The last possible day.",
    ),
    "Le dernier jour pour répondre. Le lendemain, l’annonce quitte les listes.": (
        "De laatste dag om te reageren. De dag erna verdwijnt de aanbieding uit de lijsten.",
        "The last day to apply. The next day, the offer leaves the lists.",
    ),
    "Le dossier dont il est une partie : un mot.": (
        "Het dossier waar het deel van uitmaakt: één woord.",
        "The series it is part of: one word.",
    ),
    "Le fichier de la photo, sous content/images.": (
        "Het bestand van de foto, onder content/images.",
        "The photo’s file, under content/images.",
    ),
    "Le fichier de l’image, sous content : images/exemple.jpg.": (
        "Het bestand van de afbeelding, onder content: images/voorbeeld.jpg.",
        "The picture’s file, under content: images/example.jpg.",
    ),
    "Le fichier du logo, sous content/images : logos/exemple.png.": (
        "Het bestand van het logo, onder content/images: logos/voorbeeld.png.",
        "The logo’s file, under content/images: logos/example.png.",
    ),
    "Le fuseau horaire, s’il n’est pas celui du site : Europe/Brussels.": (
        "De tijdzone, als het niet die van de site is: Europe/Brussels.",
        "The time zone, if it is not the site’s: Europe/Brussels.",
    ),
    "Le jour de cette version.": (
        "De dag van deze versie.",
        "The day of this version.",
    ),
    "Le jour de la réunion ; sans lui, celui par lequel commence le nom du fichier.": (
        "De dag van de vergadering; anders de dag waarmee de bestandsnaam begint.",
        "The day of the meeting; otherwise, the one the file’s name begins with.",
    ),
    "Le jour de la signature de la charte.": (
        "De dag waarop het charter ondertekend is.",
        "The day the charter was signed.",
    ),
    "Le jour de l’accord pour tout publier, ou {date: 2026-09-01, fields: [name, role]}.": (
        "De dag van de toestemming om alles te publiceren, of {date: 2026-09-01, fields: [name, role]}.",
        "The day of consent to publish everything, or {date: 2026-09-01, fields: [name, role]}.",
    ),
    "Le jour de l’adhésion.": (
        "De dag van de toetreding.",
        "The day of joining.",
    ),
    "Le jour de parution. Un jour à venir : l’annonce paraîtra ce jour-là.": (
        "De dag van verschijnen. Een dag in de toekomst: de aanbieding verschijnt op die dag.",
        "The day of publication. A day to come: the offer will appear on that day.",
    ),
    "Le jour du départ ; passé ce jour, la fiche n’est plus publiée.": (
        "De dag van het vertrek; daarna wordt de fiche niet meer gepubliceerd.",
        "The day of leaving; after that day, the entry is no longer published.",
    ),
    "Le jour où la fiche a été relue pour la dernière fois.": (
        "De dag waarop de fiche het laatst is nagelezen.",
        "The day the entry was last checked.",
    ),
    "Le jour prévu.": (
        "De geplande dag.",
        "The planned day.",
    ),
    "Le lieu : un identifiant de « venues », ou un texte libre.": (
        "De plaats: een kenmerk uit ‘venues’, of een vrije tekst.",
        "The venue: an identifier from “venues”, or a free text.",
    ),
    "Le nom au pluriel, pour les titres de liste.": (
        "De naam in het meervoud, voor de titels van lijsten.",
        "The name in the plural, for the titles of lists.",
    ),
    "Le nom du document.": (
        "De naam van het document.",
        "The name of the document.",
    ),
    "Le nom d’une des personnes de ce membre ; sans member, l’identifiant d’une de « people ».": (
        "De naam van een van de personen van dit lid; zonder member, het kenmerk van iemand uit ‘people’.",
        "The name of one of this member’s people; without member, the identifier of one of “people”.",
    ),
    "Le nom, tel qu’il s’affiche.": (
        "De naam, zoals hij getoond wordt.",
        "The name, as it is shown.",
    ),
    "Le nombre de membres espéré.": (
        "Het gehoopte aantal leden.",
        "The number of members hoped for.",
    ),
    "Le nombre de membres qui doivent parrainer (sponsors).": (
        "Het aantal leden dat peter of meter moet zijn (sponsors).",
        "The number of members who must sponsor (sponsors).",
    ),
    "Le nombre de membres à partir duquel l’avantage existe.": (
        "Het aantal leden vanaf wanneer het voordeel bestaat.",
        "The number of members from which the benefit exists.",
    ),
    "Le nombre de réunions.": (
        "Het aantal vergaderingen.",
        "The number of meetings.",
    ),
    "Le nouveau jour, avec l’heure si elle change.": (
        "De nieuwe dag, met het uur als dat verandert.",
        "The new day, with the time if it changes.",
    ),
    "Le numéro ou le nom de la version.": (
        "Het nummer of de naam van de versie.",
        "The number or name of the version.",
    ),
    "Le prix, en mots : Gratuit.": (
        "De prijs, in woorden: Gratis.",
        "The price, in words: Free.",
    ),
    "Le rythme : every et on, ou rrule.": (
        "Het ritme: every en on, of rrule.",
        "The rhythm: every and on, or rrule.",
    ),
    "Le titre ; sans lui, « Compte rendu du 3 novembre 2026 ».": (
        "De titel; anders ‘Verslag van 3 november 2026’.",
        "The title; without it, “Minutes of 3 November 2026”.",
    ),
    "Le titre. Sans lui, la réunion porte le nom de la commission : « Réunion Numérique ».": (
        "De titel. Anders krijgt de vergadering de naam van de werkgroep: ‘Vergadering Digitaal’.",
        "The title. Without it, the meeting takes the committee’s name: “Digital meeting”.",
    ),
    "Le titre. Un texte qui contient « : » s’écrit entre guillemets droits.": (
        "De titel. Een tekst met ‘:’ erin staat tussen rechte aanhalingstekens.",
        "The title. A text containing “:” is written in straight quotation marks.",
    ),
    "Les anciennes adresses de la page, qui y mènent : [/2019/03/ancien/, /ancien.html].": (
        "De oude adressen van de pagina, die erheen leiden: [/2019/03/oud/, /oud.html].",
        "The former addresses of the page, which lead there: [/2019/03/old/, /old.html].",
    ),
    "Les associations et organismes partenaires.": (
        "De partnerverenigingen en -organisaties.",
        "The partner associations and organisations.",
    ),
    "Les calendriers de partenaires, que l’agenda montre aussi.": (
        "De agenda’s van partners, die de agenda ook toont.",
        "Partners’ calendars, which the agenda also shows.",
    ),
    "Les commissions, une par entrée.": (
        "De werkgroepen, één per item.",
        "The committees, one per entry.",
    ),
    "Les communes desservies : des identifiants de « towns ».": (
        "De bediende gemeenten: kenmerken uit ‘towns’.",
        "The towns served: identifiers from “towns”.",
    ),
    "Les communes du territoire. Liste absente : les noms sont libres.": (
        "De gemeenten van het gebied. Ontbreekt de lijst: de namen zijn vrij.",
        "The towns of the area. If the list is absent: any names will do.",
    ),
    "Les compétences demandées ou proposées : des identifiants de « skills ».": (
        "De gevraagde of aangeboden diensten: kenmerken uit ‘skills’.",
        "The services sought or offered: identifiers from “skills”.",
    ),
    "Les compétences proposées. Liste absente : les mots sont libres.": (
        "De aangeboden diensten. Ontbreekt de lijst: de woorden zijn vrij.",
        "The services offered. If the list is absent: any words will do.",
    ),
    "Les documents d’une page « resources ».": (
        "De documenten van een pagina ‘resources’.",
        "The documents of a “resources” page.",
    ),
    "Les labels et certifications.": (
        "De labels en certificaten.",
        "Labels and certificates.",
    ),
    "Les langues parlées : [fr, nl].": (
        "De gesproken talen: [fr, nl].",
        "The languages spoken: [fr, nl].",
    ),
    "Les lieux de réunion. Liste absente : les noms sont libres.": (
        "De vergaderplaatsen. Ontbreekt de lijst: de namen zijn vrij.",
        "The venues for meetings. If the list is absent: any names will do.",
    ),
    "Les marques ou éditeurs dont le membre est partenaire.": (
        "De merken of uitgevers waarvan het lid partner is.",
        "The brands or publishers the member is a partner of.",
    ),
    "Les membres qui participent : des identifiants de members.yaml.": (
        "De leden die deelnemen: kenmerken uit members.yaml.",
        "The members who take part: identifiers from members.yaml.",
    ),
    "Les membres, un par entrée.": (
        "De leden, één per item.",
        "The members, one per entry.",
    ),
    "Les mots d’un visiteur qui ne connaît pas le métier ; la recherche les comprend.": (
        "De woorden van een bezoeker die het vak niet kent; de zoekfunctie begrijpt ze.",
        "The words of a visitor who does not know the trade; the search understands them.",
    ),
    "Les parrains : des identifiants de membres.": (
        "De peters en meters: kenmerken van leden.",
        "The sponsors: identifiers of members.",
    ),
    "Les personnes à contacter. Sans « consent », une personne n’apparaît nulle part.": (
        "De contactpersonen. Zonder ‘consent’ verschijnt een persoon nergens.",
        "The people to contact. Without “consent”, a person appears nowhere.",
    ),
    "Les réseaux sociaux : nom du réseau et adresse complète.": (
        "De sociale netwerken: naam van het netwerk en volledig adres.",
        "Social networks: the network’s name and full address.",
    ),
    "Les sortes d’adhésion. Liste absente : les mots sont libres.": (
        "De soorten lidmaatschap. Ontbreekt de lijst: de woorden zijn vrij.",
        "The kinds of membership. If the list is absent: any words will do.",
    ),
    "Les sujets : [entraide, stages] ; sans effet pour une page.": (
        "De onderwerpen: [hulp, stages]; zonder gevolg voor een pagina.",
        "The topics: [mutual help, internships]; without effect for a page.",
    ),
    "Les versions remplacées, la plus récente d’abord.": (
        "De vervangen versies, de recentste eerst.",
        "The versions replaced, the latest first.",
    ),
    "L’adresse complète : https://…": (
        "Het volledige adres: https://…",
        "The full address: https://…",
    ),
    "L’adresse de la visioconférence.": (
        "Het adres van de videovergadering.",
        "The address of the video call.",
    ),
    "L’adresse du formulaire d’inscription.": (
        "Het adres van het inschrijvingsformulier.",
        "The address of the registration form.",
    ),
    "L’adresse publique du calendrier, https://… ou webcal://… ; agenda --fetch va l’y chercher.": (
        "Het openbare adres van de agenda, https://… of webcal://…; agenda --fetch haalt die daar op.",
        "The calendar’s public address, https://… or webcal://…; agenda --fetch fetches it there.",
    ),
    "L’identifiant : celui du fichier, content/agenda/imports/{id}.ics.": (
        "Het kenmerk: dat van het bestand, content/agenda/imports/{id}.ics.",
        "The identifier: that of the file, content/agenda/imports/{id}.ics.",
    ),
    "L’identifiant : « person: … », dans chairs, le nomme.": (
        "Het kenmerk: ‘person: …’, in chairs, verwijst ernaar.",
        "The identifier: “person: …”, in chairs, names it.",
    ),
    "L’identifiant de la commission.": (
        "Het kenmerk van de werkgroep.",
        "The committee’s identifier.",
    ),
    "L’identifiant d’un membre.": (
        "Het kenmerk van een lid.",
        "A member’s identifier.",
    ),
    "L’identifiant d’une sorte d’adhésion plus large, qui dit ce que celle-ci ne dit pas.": (
        "Het kenmerk van een ruimere soort lidmaatschap, die zegt wat deze niet zegt.",
        "The identifier of a wider kind of membership, which says what this one does not.",
    ),
    "L’identifiant, permanent, fin de l’adresse : lettres sans accent, chiffres et traits d’union.": (
        "Het kenmerk, blijvend, einde van het adres: letters zonder accent, cijfers en koppeltekens.",
        "The identifier, permanent, end of the address: unaccented letters, digits and hyphens.",
    ),
    "Où répondre : une adresse complète, https://…, ou une adresse de courriel.": (
        "Waar reageren: een volledig adres, https://…, of een e-mailadres.",
        "Where to apply: a full address, https://…, or an email address.",
    ),
    "Pas de réunion ces jours-là ; rien ne s’affiche.": (
        "Geen vergadering op die dagen; er wordt niets getoond.",
        "No meeting on those days; nothing is shown.",
    ),
    "Permanent : l’agenda des téléphones s’y fie.": (
        "Blijvend: de agenda’s op telefoons rekenen erop.",
        "Permanent: the calendars on phones rely on it.",
    ),
    "Permanent : l’agenda des téléphones s’y fie. Inutile s’il n’y a qu’une réunion.": (
        "Blijvend: de agenda’s op telefoons rekenen erop. Niet nodig als er maar één vergadering is.",
        "Permanent: the calendars on phones rely on it. Not needed if there is only one meeting.",
    ),
    "Plusieurs dates : le fichier devient une série, avec une seule page.": (
        "Meer dan één datum: het bestand wordt een reeks, met één pagina.",
        "Several dates: the file becomes a series of dates, with a single page.",
    ),
    "Pourquoi, en quelques mots.": (
        "Waarom, in enkele woorden.",
        "Why, in a few words.",
    ),
    "Premier jour de la fonction.": (
        "Eerste dag van de functie.",
        "First day of the role.",
    ),
    "Premier jour du mandat.": (
        "Eerste dag van het mandaat.",
        "First day of the term of office.",
    ),
    "Qui a écrit ; le nom d’un membre, de l’une de ses personnes ou d’une commission mène à sa page.": (
        "Wie schreef; de naam van een lid, van een van zijn personen of van een werkgroep leidt erheen.",
        "Who wrote it; the name of a member, of one of its people or of a committee leads to its page.",
    ),
    "Qui agit pour l’association sans appartenir à un membre : direction, présidence d’honneur…": (
        "Wie voor de vereniging optreedt zonder bij een lid te horen: directie, erevoorzitterschap…",
        "Who acts for the association without belonging to a member: director, honorary president…",
    ),
    "Qui anime la commission ou siège dans l’organe ; une liste vide se lit « à nommer ».": (
        "Wie de werkgroep leidt of in het orgaan zetelt; een lege lijst betekent ‘nog aan te stellen’.",
        "Who chairs the committee or sits on the body; an empty list reads “to be appointed”.",
    ),
    "Qui organise : des identifiants de membres.": (
        "Wie organiseert: kenmerken van leden.",
        "Who organises: identifiers of members.",
    ),
    "Qui peut adhérer ainsi. Absent : tout le monde.": (
        "Wie zo lid kan worden. Ontbreekt het: iedereen.",
        "Who may join this way. If absent: everybody.",
    ),
    "Qui propose : l’identifiant d’un membre.": (
        "Wie aanbiedt: het kenmerk van een lid.",
        "Who makes the offer: a member’s identifier.",
    ),
    "Qui prête le lieu.": (
        "Wie de plaats ter beschikking stelt.",
        "Who lends the venue.",
    ),
    "Réunions annulées ; elles restent affichées, barrées. Un jour, ou {date: 2027-03-02, reason: …}.": (
        "Geannuleerde vergaderingen; ze blijven zichtbaar, doorstreept. Een dag, of {date: "
        "2027-03-02, reason: …}.",
        "Cancelled meetings; they stay shown, struck through. A day, or {date: 2027-03-02, reason: …}.",
    ),
    "Réunions déplacées : from (le jour prévu), to (le nouveau), venue, reason.": (
        "Verplaatste vergaderingen: from (de geplande dag), to (de nieuwe), venue, reason.",
        "Moved meetings: from (the planned day), to (the new one), venue, reason.",
    ),
    "Sa place dans le dossier ; sinon, celle de sa date.": (
        "De plaats in het dossier; anders volgens de datum.",
        "Its place in the series; otherwise, by its date.",
    ),
    "Sa place dans le menu ; les petits nombres d’abord.": (
        "De plaats in het menu; de kleine getallen eerst.",
        "Its place in the menu; small numbers first.",
    ),
    "Sans effet : l’adresse est faite de la commission et du jour.": (
        "Zonder effect: het adres bestaat uit de werkgroep en de dag.",
        "No effect: the address is made of the committee and the day.",
    ),
    "Ses réunions : la première date, et le rythme.": (
        "De vergaderingen: de eerste datum, en het ritme.",
        "Its meetings: the first date, and the rhythm.",
    ),
    "Sinon, l’adresse du document.": (
        "Anders, het adres van het document.",
        "Otherwise, the document’s address.",
    ),
    "Son titre : Responsable, Présidente, Trésorier…": (
        "De titel: Verantwoordelijke, Voorzitster, Penningmeester…",
        "Their title: Chair, President, Treasurer…",
    ),
    "Un fichier de content/documents : statuts.pdf.": (
        "Een bestand uit content/documents: statuten.pdf.",
        "A file in content/documents: statutes.pdf.",
    ),
    "Un mot libre : atelier, conférence, assemblée générale…": (
        "Een vrij woord: workshop, lezing, algemene vergadering…",
        "Any word: workshop, talk, general meeting…",
    ),
    "Un mot libre : commission, groupe de travail, comité directeur…": (
        "Een vrij woord: werkgroep, projectgroep, bestuurscomité…",
        "Any word: committee, working group, board…",
    ),
    "Un mot libre : institution, éditeur, association sœur…": (
        "Een vrij woord: instelling, uitgever, zustervereniging…",
        "Any word: institution, publisher, sister association…",
    ),
    "Un mot libre, qui groupe les documents : manuel, formulaire, statuts…": (
        "Een vrij woord, dat de documenten groepeert: handleiding, formulier, statuten…",
        "Any word, which groups the documents: manual, form, statutes…",
    ),
    "Un mot pour les listes, quand aucune commission n’est nommée.": (
        "Een woord voor de lijsten, als geen werkgroep genoemd is.",
        "A word for the lists, when no committee is named.",
    ),
    "Un numéro de téléphone, publié tel quel.": (
        "Een telefoonnummer, gepubliceerd zoals het er staat.",
        "A telephone number, published as it is.",
    ),
    "Un texte libre, en Markdown.": (
        "Een vrije tekst, in Markdown.",
        "A free text, in Markdown.",
    ),
    "Une adresse de courriel, publiée telle quelle.": (
        "Een e-mailadres, gepubliceerd zoals het er staat.",
        "An email address, published as it is.",
    ),
    "Une date à venir : l’actualité paraîtra ce jour-là.": (
        "Een datum in de toekomst: het bericht verschijnt op die dag.",
        "A date to come: the news item will appear on that day.",
    ),
    "Une ou deux phrases, 160 caractères au plus.": (
        "Een of twee zinnen, hoogstens 160 tekens.",
        "One or two sentences, 160 characters at most.",
    ),
    "Une ou deux phrases, pour les listes et les moteurs de recherche.": (
        "Een of twee zinnen, voor de lijsten en de zoekmachines.",
        "One or two sentences, for lists and search engines.",
    ),
    "Une ou deux phrases.": (
        "Een of twee zinnen.",
        "One or two sentences.",
    ),
    "available : acquis ; negotiating : en négociation ; project : en projet.": (
        "available: verworven; negotiating: in onderhandeling; project: in plan.",
        "available: obtained; negotiating: being negotiated; project: planned.",
    ),
    "expected : chaque réunion a son compte rendu ; la vérification rappelle ceux qui manquent.": (
        "expected: elke vergadering heeft een verslag; de controle herinnert aan de ontbrekende.",
        "expected: every meeting has its minutes; the check reminds you of those missing.",
    ),
    "false : membre, mais absent de l’annuaire public.": (
        "false: lid, maar niet in de openbare ledengids.",
        "false: a member, but not in the public directory.",
    ),
    "faq : des questions ; glossary : un glossaire ; resources : des documents.": (
        "faq: vragen; glossary: een woordenlijst; resources: documenten.",
        "faq: questions; glossary: a glossary; resources: documents.",
    ),
    "internship (stage), apprenticeship (alternance), job (emploi), tender (appel d’offres), "
    "skill-exchange (échange de compétences) ou request (demande).": (
        "internship (stage), apprenticeship (duaal leren), job (baan), tender (offerteaanvraag), "
        "skill-exchange (uitwisseling van kennis) of request (vraag).",
        "internship, apprenticeship, job, tender (call for tenders), skill-exchange (exchange of "
        "skills) or request.",
    ),
    "jour, semaine, quinzaine, mois, trimestre, année, ou « 2 mois »… ; en anglais : « 2 months ».": (
        "dag, week, tweewekelijks, maand, kwartaal, jaar, of ‘2 maanden’…; in het Engels: ‘2 months’.",
        "day, week, fortnight, month, quarter, year, or “2 months”…; in French: “2 mois”.",
    ),
    "main : menu principal ; footer : pied de page ; none : aucun menu.": (
        "main: hoofdmenu; footer: onderaan de pagina; none: geen menu.",
        "main: main menu; footer: foot of the page; none: no menu.",
    ),
    "open : ouverte ; filled : pourvue ; withdrawn : retirée.": (
        "open: open; filled: ingevuld; withdrawn: ingetrokken.",
        "open: still open; filled: taken; withdrawn: taken back.",
    ),
    "open : sur simple demande ; invitation : sur invitation.": (
        "open: op eenvoudige vraag; invitation: op uitnodiging.",
        "open: to all who ask; invitation: by invitation.",
    ),
    "organisation, person (un particulier), school (école) ou public (organisme public).": (
        "organisation (organisatie), person (een particulier), school of public (overheidsinstelling).",
        "organisation, person (a private individual), school or public (public body).",
    ),
    "public : pour tous ; members : pour les membres seulement.": (
        "public: voor iedereen; members: alleen voor de leden.",
        "public: for everybody; members: for members only.",
    ),
    "published : en ligne ; draft : brouillon.": (
        "published: online; draft: concept.",
        "published: online; draft: not yet online.",
    ),
    "scheduled : prévu ; cancelled : annulé ; postponed : reporté ; moved-online : en ligne.": (
        "scheduled: gepland; cancelled: geannuleerd; postponed: uitgesteld; moved-online: online.",
        "scheduled: planned; cancelled: called off; postponed: put off; moved-online: online.",
    ),
    "true : accueille des stagiaires.": (
        "true: neemt stagiairs.",
        "true: takes interns.",
    ),
    "true : dit comment l’association est conduite (statuts, règlement).": (
        "true: zegt hoe de vereniging bestuurd wordt (statuten, reglement).",
        "true: says how the association is run (statutes, rules).",
    ),
    "true : la charte doit être signée (charter_signed).": (
        "true: het charter moet ondertekend zijn (charter_signed).",
        "true: the charter must be signed (charter_signed).",
    ),
    "true : reste en tête de liste trente jours ; 2027-01-31 : jusqu’à ce jour ; always : toujours.": (
        "true: blijft dertig dagen bovenaan de lijst; 2027-01-31: tot en met die dag; always: altijd.",
        "true: stays at the top of the list for thirty days; 2027-01-31: until that day; always: for good.",
    ),
    "true : un organe (comité directeur, bureau…), que montre la page Gouvernance.": (
        "true: een orgaan (bestuurscomité, dagelijks bestuur…), getoond op de pagina Bestuur.",
        "true: a body (board, executive committee…), shown on the Governance page.",
    ),
    "true : un sommaire ; false : aucun. Sinon, un texte de plus de 1 500 mots en a un.": (
        "true: een inhoudsopgave; false: geen. Anders heeft een tekst van meer dan 1500 woorden er een.",
        "true: a table of contents; false: none. Otherwise, a text of more than 1,500 words has one.",
    ),
    "« mardi », « mardi et jeudi », « 1er et 3e mardi », « le 15 » ; en anglais : « first tuesday ».": (
        "‘dinsdag’, ‘dinsdag en donderdag’, ‘1e en 3e dinsdag’, ‘de 15e’; in het Engels: ‘first tuesday’.",
        "“tuesday”, “tuesday and thursday”, “1st and 3rd tuesday”, “the 15th”; in French: “1er mardi”.",
    ),
    "À la place de every et on : une règle RFC 5545.": (
        "In plaats van every en on: een regel van RFC 5545.",
        "Instead of every and on: an RFC 5545 rule.",
    ),
    "À qui le document s’adresse.": (
        "Tot wie het document zich richt.",
        "Who the document is for.",
    ),
    "À qui l’événement s’adresse.": (
        "Tot wie het evenement zich richt.",
        "Who the event is for.",
    ),
}

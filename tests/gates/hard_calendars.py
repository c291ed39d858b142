"""A site whose dates are hard to read: two zones, both clock changes, and whatever can befall a date."""

from pathlib import Path

PARTNER = (
    Path(__file__).parents[1] / "bad_input/partner-calendar-is-fine/content/agenda/imports/pepiniere.ics"
)
COMMISSIONS = """\
venues:
  - {id: salle, name: "Salle, dite « l'Autre » ; au fond", address: "2, rue de l'Exemple"}
commissions:
  - id: semaines
    name: Toutes les semaines
    meetings:
      - id: soir
        title: Réunion « soir »
        start: 2026-10-06 18:30
        duration: 2h
        repeat: {every: week}
        except_on: [2026-11-10]
        cancelled_on: [2026-11-17, {date: 2027-03-23, reason: "Salle fermée ; à cause des travaux, dit-on"}]
        subjects: {2026-10-20: "Sauvegardes, suite", 2026-12-01: Les licences, 2026-12-20: Le bilan}
        moved:
          - {from: 2026-10-20, to: 2026-10-25 19:00, venue: Ailleurs}
          - {from: 2027-03-30, to: 2027-03-28 08:00}
        also_on: [2026-12-19 10:00, 2026-12-20 10:00, 2027-01-09, 2026-12-19 14:00]
        venue: salle
      - id: quinzaine
        title: Réunion « quinzaine »
        start: 2026-10-08 12:15
        duration: 90min
        repeat: {every: 2 weeks, on: thursday, until: 2027-06-30}
        cancelled_on: [2026-11-19, 2026-12-28]
        also_on: [2026-12-28, 2026-12-29]
        moved: [{from: 2026-12-29, to: 2026-12-30 12:15}]
  - id: mois
    name: Tous les mois
    meetings:
      - id: premier
        title: Réunion « premier »
        start: 2026-11-03 20:00
        duration: 1h
        repeat: {every: 2 months, on: first tuesday}
        moved: [{from: 2027-01-05, to: 2027-01-12 20:30}]
      - id: dernier
        title: Réunion « dernier »
        start: 2026-10-30 23:00
        duration: 2h
        repeat: {every: month, on: last friday, count: 9}
        except_on: [2026-12-25]
      - id: trente-et-un
        title: Réunion « trente-et-un »
        start: 2026-10-31 09:00
        duration: 1h
        repeat: {every: month}
      - id: quinze
        title: Réunion « quinze »
        start: 2026-10-15
        repeat: {every: month, on: day 15}
        cancelled_on: [2027-02-15]
        also_on: [2027-01-30]
      - id: ouvres
        title: Réunion « ouvres »
        start: 2026-10-30 17:00
        duration: 30min
        repeat: {rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"}
  - id: montreal
    name: À Montréal
    meetings:
      - id: matin
        title: Réunion « matin »
        start: 2026-10-07 08:00
        duration: 1h
        repeat: {every: week, on: wednesday}
        timezone: America/Montreal
        moved: [{from: 2027-03-10, to: 2027-03-14 09:00}]
        also_on: [2026-11-01 18:00]
      - id: un-jour
        title: Réunion « un-jour »
        start: 2026-12-02 10:00
        duration: 1h
        also_on: [2027-02-03, 2027-05-05]
        cancelled_on: [2027-02-03]
        moved: [{from: 2026-12-02, to: 2026-12-09 10:00}]
"""


def event(title: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", *lines, "---", "", "Un texte.", ""))


FILES = {
    "commissions.yaml": COMMISSIONS,
    "content/agenda/nuit-courte.md": event("Nuit courte", "start: 2027-03-27 22:00", "duration: 8h"),
    "content/agenda/nuit-longue.md": event("Nuit longue", "start: 2026-10-24 22:00", "duration: 8h"),
    "content/agenda/salon.md": event("Salon", "start: 2027-03-26", "end: 2027-03-29"),
    "content/agenda/loin.md": event(
        "Loin d'ici", "start: 2026-12-01 20:00", "duration: 1h", "timezone: America/Montreal"
    ),
    "content/agenda/tour.md": event(
        "Tour",
        "dates:",
        "  - {id: un, start: 2026-12-01, end: 2026-12-02}",
        "  - {id: deux, start: 2027-02-02 18:30, duration: 2h, status: cancelled}",
        "  - {id: trois, start: 2027-04-06 18:30, duration: 2h, status: postponed}",
    ),
    "content/agenda/imports/pepiniere.ics": PARTNER.read_bytes(),
}

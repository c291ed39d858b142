"""How long the agenda takes, on an association that has met for ten years; run by hand.

    .venv/bin/python benchmarks/agenda.py --events 2000 --meetings 40

Only the agenda is measured: planning its pages and feeds, then writing them, without what all sections share
(reading the files, the home page, the directory). Processor time counts all processes.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

PROGRAM = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROGRAM / "plugins"))

from corpora import Record, directory, member_id  # noqa: E402
from forms import SETTINGS, as_yaml, write  # noqa: E402
from words import NAMES, TOWNS, announcement, sentence, title  # noqa: E402

from association.agenda.section import AgendaSection  # noqa: E402
from association.cli.settings import site_settings  # noqa: E402
from association.host import plugin, writer  # noqa: E402
from association.host.build import run as run_pelican  # noqa: E402
from association.host.outputs import Output, Page  # noqa: E402
from association.host.run import Planned, Run  # noqa: E402

TODAY = date(2026, 11, 22)
YEARS, MEMBERS, VENUES = 10, 300, 30
KINDS = ("atelier", "rencontre", "conférence", "visite", "formation", "fête", "assemblée", "permanence")
AUDIENCES = ("Tout public", "Membres", "Écoles", "Entreprises")
ORDINALS = ("first", "second", "third", "last")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds."""

    wall: float
    processor: float


def main(arguments: list[str] | None = None) -> int:
    wanted = options().parse_args(arguments)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(time.mktime((2026, 11, 22, 9, 0, 0, 0, 0, 0))))
    with TemporaryDirectory(prefix="assosite-agenda-") as temporary:
        site, output = Path(temporary) / "site", Path(temporary) / "output"
        generate(site, wanted.events, wanted.meetings)
        output.mkdir()
        measure = Measure(output)
        measure.build(site)
        print(f"{wanted.events} events, {wanted.meetings} recurring meetings over {YEARS} years")
        print(measure.told())
    return 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agenda.py", description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--meetings", type=int, default=40)
    return parser


def generate(folder: Path, events: int, meetings: int) -> None:
    """Half of the ten years is over; each commission has one meeting that comes back."""
    chance = Random(1)
    write(folder / "pelicanconf.py", SETTINGS)
    write(folder / "members.yaml", as_yaml(directory(MEMBERS, chance)))
    write(folder / "commissions.yaml", as_yaml(committees(meetings, chance)))
    for number in range(events):
        day = TODAY + timedelta(days=(2 * number - events) * YEARS * 365 // (2 * max(events, 1)))
        write(folder / f"content/agenda/evenement-{number:04}.md", event(number, day, meetings, chance))


def committees(number: int, chance: Random) -> Record:
    venues = [
        {"id": f"salle-{one}", "name": f"Salle {one}", "town": f"ville-{one % len(TOWNS)}"}
        for one in range(VENUES)
    ]
    return {"venues": venues, "commissions": [committee(one, chance) for one in range(number)]}


def committee(number: int, chance: Random) -> Record:
    weekday, week = number % len(DAYS), number % 4
    first = date(2021, 12, 1) + timedelta(days=(weekday - date(2021, 12, 1).weekday()) % 7)
    start = first + timedelta(weeks=week) if week < 3 else first + timedelta(weeks=4)
    start = start if start.month == 12 else start - timedelta(weeks=1)
    return {
        "id": f"commission-{number}",
        "name": f"Commission {NAMES[number % len(NAMES)]} {number}",
        "kind": "commission" if number % 5 else "groupe de travail",
        "mission": sentence(chance),
        "members": [member_id(one) for one in range(number, MEMBERS, 17)],
        "meetings": [
            {
                "title": f"Réunion {number}",
                "start": f"{start} 18:30",
                "duration": "2h",
                "repeat": {
                    "every": "month",
                    "on": f"{ORDINALS[week]} {DAYS[weekday]}",
                    "until": "2031-11-30",
                },
                "venue": f"salle-{number % VENUES}",
            }
        ],
    }


def event(number: int, day: date, commissions: int, chance: Random) -> str:
    front_matter = {
        "title": title(chance),
        "summary": sentence(chance),
        "start": f"{day} 18:30",
        "duration": "2h",
        "kind": chance.choice(KINDS),
        "audience": chance.choice(AUDIENCES),
        "venue": f"salle-{chance.randrange(VENUES)}",
        "registration": f"https://inscriptions.example/{number}",
        "commissions": [f"commission-{chance.randrange(commissions)}"] if commissions else [],
        "organisers": [member_id(chance.randrange(MEMBERS))],
        "event_status": "cancelled" if number % 17 == 3 else "scheduled",
    }
    return f"---\n{as_yaml(front_matter)}---\n\n{announcement(chance)}"


class Measure:
    """Listens to one run of Pelican: what the agenda plans, and only that is written."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.planned: tuple[Output, ...] = ()
        self.costs: dict[str, Cost] = {}

    def build(self, site: Path) -> None:
        planned, write_all = AgendaSection.planned, writer.write

        def plan(one: AgendaSection, run: Run) -> Iterator[Output]:
            self.planned = self.timed("planning", lambda: tuple(planned(one, run)))
            return iter(self.planned)

        def write_own(every: Sequence[Planned], run: Run, folder: str) -> None:
            names = {output.save_as for output in self.planned}
            own = tuple(one for one in every if one.output.save_as in names)
            self.timed("writing", lambda: write_all(own, run, folder))

        AgendaSection.planned, plugin.write = plan, write_own
        run_pelican(site_settings(site, self.output, publish=False))

    def timed(self, name: str, work: Callable[[], tuple[Output, ...] | None]) -> tuple[Output, ...]:
        wall, processor = time.perf_counter(), processor_time()
        done = work()
        self.costs[name] = Cost(time.perf_counter() - wall, processor_time() - processor)
        return done or ()

    def told(self) -> str:
        costs = {**self.costs, "together": together(self.costs.values())}
        lines = [f"{'':<12}{'wall (s)':>10}{'CPU (s)':>10}"]
        lines += [f"{name:<12}{cost.wall:>10.2f}{cost.processor:>10.2f}" for name, cost in costs.items()]
        pages = sum(isinstance(one, Page) for one in self.planned)
        feeds = [path.stat().st_size for path in self.output.rglob("*.ics")]
        lines.append(
            f"{pages} pages, {len(self.planned) - pages} feeds, the largest {max(feeds) / 1e6:.2f} MB"
        )
        return "\n".join(lines)


def together(costs: Iterable[Cost]) -> Cost:
    every = tuple(costs)
    return Cost(sum(one.wall for one in every), sum(one.processor for one in every))


def processor_time() -> float:
    """Of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    sys.exit(main())

"""Old addresses for servers: `_redirects` of Netlify, Cloudflare and others, snippets for nginx, Apache.

A pattern is one line where the server can say it. What it has between slashes is taken over as it stands, so
only letters, digits and a few signs may: anything else could end the header that a server answers with.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from urllib.parse import quote, unquote

from ..domain.addresses import MovedTogether, OldAddresses

STEP = r"[\w.~-]+"
OWN = "old_"
"""Begins the names of variables, of which nginx has many."""
WHOLE_STEP = re.compile(r"\{(\w+)\}")
IN_A_PATH = "/!$&'()+,;=@~"
"""Signs that mean nothing in a line of `_redirects`, where `:name` and `*` do."""

Written = Callable[[OldAddresses, str], str]


def redirects_file(addresses: OldAddresses, root: str) -> str:
    """root: the path under which the site is published. The first line that fits counts."""
    rules = {rule.old: rule for rule in addresses.together if is_sayable(rule)}
    single = (one for one in addresses.single if one.rule not in rules)
    lines = [f"{root}{quote(one.old, safe=IN_A_PATH)} {root}{one.url} 301" for one in single]
    lines += [f"{root}{named(rule.old)} {root}{named(rule.new)} 301" for rule in rules.values()]
    return "".join(f"{line}\n" for line in lines)


def is_sayable(rule: MovedTogether) -> bool:
    """Names stand for whole steps only."""
    steps = [*rule.old.split("/"), *rule.new.split("/")]
    return all(WHOLE_STEP.fullmatch(step) or "{" not in step for step in steps)


def named(pattern: str) -> str:
    """`blog/{slug}/` as `blog/:slug/`."""
    return filled(pattern, lambda text: quote(text, safe=IN_A_PATH), lambda name: f":{name}")


def nginx(addresses: OldAddresses, root: str) -> str:
    """For the `server` block. It compares addresses decoded, and answers with them as they are written."""
    lines = [
        f"location = {in_quotes(root + one.old)} {{ return 301 {in_quotes(target(root, one.url))}; }}"
        for one in addresses.single
        if not one.rule
    ]
    for rule in addresses.together:
        new = filled(target(root, rule.new), str, lambda name: f"${{{OWN}{name}}}")
        lines.append(
            f"location ~ {in_quotes(expression(rule, root, nginx_step))} {{ return 301 {in_quotes(new)}; }}"
        )
    return "".join(f"{line}\n" for line in lines)


def apache(addresses: OldAddresses, root: str) -> str:
    """For `.htaccess` or the configuration of the site. It encodes what an expression leads to."""
    single = (
        (re.escape(root + one.old), as_it_is(root + unquote(one.url)))
        for one in addresses.single
        if not one.rule
    )
    lines = [f"RedirectMatch 301 {in_quotes(f'^{old}$')} {in_quotes(new)}" for old, new in single]
    for rule in addresses.together:
        places = {name: f"${number}" for number, name in enumerate(names_in(rule.old), start=1)}
        new = filled(root + rule.new, as_it_is, places.__getitem__)
        lines.append(f"RedirectMatch 301 {in_quotes(expression(rule, root, apache_step))} {in_quotes(new)}")
    return "".join(f"{line}\n" for line in lines)


FORMATS: Mapping[str, Written] = {"nginx": nginx, "apache": apache, "_redirects": redirects_file}


def expression(rule: MovedTogether, root: str, step: Callable[[str], str]) -> str:
    return f"^{re.escape(root)}{filled(rule.old, re.escape, step)}$"


def nginx_step(name: str) -> str:
    return f"(?<{OWN}{name}>{STEP})"


def apache_step(name: str) -> str:
    return f"({STEP})"


def filled(pattern: str, text: Callable[[str], str], part: Callable[[str], str]) -> str:
    return "".join(
        text(literal) + (part(name) if name is not None else "")
        for literal, name, _, _ in Formatter().parse(pattern)
    )


def names_in(pattern: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(pattern) if name is not None)


def target(root: str, url: str) -> str:
    """A `$` would begin a variable."""
    return (root + url).replace("$", "%24")


def as_it_is(text: str) -> str:
    """In what Apache fills in, `$1` and `&` mean what was found."""
    return re.sub(r"[$&\\]", r"\\\g<0>", text)


def in_quotes(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'

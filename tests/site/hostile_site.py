"""A site whose editors are attackers: every text field tries to run a script in the visitor's browser."""

from base64 import b64decode

PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""One pixel: images that do not exist are refused before anything is built."""
SCRIPT = "<script>alert(1)</script>"
PAYLOADS = (
    SCRIPT,
    '"><img src=/images/x.png onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></head><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}{{ 1337*3 }}",
    "<!-- --!><svg onload=alert(1)>",
    "]]><script>alert(1)</script>",
)
TEXT = " ".join(PAYLOADS)
SEEN = "&lt;script&gt;alert(1)&lt;/script&gt;"
"""How SCRIPT looks in HTML when it is only a text."""


def quoted(text: str) -> str:
    """A scalar of YAML."""
    return "'" + text.replace("'", "''") + "'"


SHORT = quoted(f"{SCRIPT}\"'>{{{{ 1337*3 }}}}<b onclick=alert(1)>")
LONG = quoted(TEXT)

MARKDOWN = f"""\
{TEXT}

<script>alert(1)</script>
<iframe src="https://evil.example"></iframe>
<object data="x"></object><embed src="x"><base href="https://evil.example/">
<form action="https://evil.example"><input></form>
<style>body {{ background: url(https://evil.example) }}</style>
<link rel="stylesheet" href="https://evil.example/x.css">
<meta http-equiv="refresh" content="0;url=https://evil.example">
<p onclick="alert(1)" style="position:fixed" class="member-card">p</p>
<details open ontoggle="alert(1)"><summary>s</summary>t</details>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<math><mi xlink:href="javascript:alert(1)">x</mi></math>
<a href="#x" onclick="alert(1)" target="_top">un</a> <img alt="" src="/images/x.png" onerror="alert(1)">
<div id="main" tabindex="1">id</div> <template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=/images/x.png onerror=alert(1)>">

# Titre <script>alert(1)</script> {{: onclick="alert(1)" }}

| a <img src=/images/x.png onerror=alert(1)> | b |
|---|---|
| <script>alert(1)</script> | {{{{ 1337*3 }}}} |

```"><script>alert(1)</script>
<script>alert(1)</script>
```

[^1]: note <script>alert(1)</script>

*[HTML]: "><script>alert(1)</script>

HTML[^1] {{: style="x" onclick=alert(1) }}
"""

MEMBERS = f"""\
types:
  - {{id: pro, name: {SHORT}, plural: {SHORT}, description: {LONG}}}
skills:
  - {{id: web, name: {SHORT}, description: {LONG}, synonyms: [{SHORT}]}}
towns:
  - {{id: lens, name: {SHORT}, lat: 50.43, lon: 2.83}}
  - {{id: arras, name: {SHORT}, lat: 50.29, lon: 2.78}}
members:
  - id: alpha
    name: {SHORT}
    type: pro
    summary: {SHORT}
    description: {LONG}
    skills: [web]
    town: lens
    address: {{street: {SHORT}}}
    serves: [arras]
    social: {{{SHORT}: https://social.example/x}}
    people:
      - {{name: {SHORT}, role: {SHORT}, consent: 2026-10-08}}
    partnerships: [{SHORT}]
    labels: [{SHORT}]
  - {{id: beta, name: Beta, town: arras, skills: [web], type: pro}}
partners:
  - id: gamma
    name: {SHORT}
    kind: {SHORT}
    description: {LONG}
    contact: {{name: {SHORT}, role: {SHORT}, consent: 2026-10-08}}
benefits:
  - {{name: {SHORT}, description: {LONG}}}
"""
COMMISSIONS = f"""\
venues:
  - {{id: salle, name: {SHORT}, address: {SHORT}, town: lens, lent_by: {SHORT}}}
commissions:
  - id: fete
    name: {SHORT}
    kind: {SHORT}
    mission: {LONG}
    description: {LONG}
    chairs: [{{member: alpha, person: {SHORT}, role: {SHORT}}}]
    members: [alpha]
    partners: [gamma]
    meetings:
      - title: {SHORT}
        start: 2026-12-01 18:30
        duration: 2h
        repeat: {{every: month, on: day 1}}
        venue: salle
  - id: ca
    name: {SHORT}
    kind: {SHORT}
    governance: true
    mission: {LONG}
    chairs: [{{person: d, role: {SHORT}}}, {{member: alpha, role: {LONG}, until: 2026-01-01}}]
people:
  - {{id: d, name: {SHORT}, role: {SHORT}, consent: 2026-10-08}}
"""
SETTINGS = f"""\
SITENAME = {SCRIPT!r}
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PLUGINS = ["association"]
NASTY = {TEXT!r}
ASSOCIATION = {{
    "name": NASTY, "legal_form": NASTY, "tagline": NASTY, "territory": NASTY, "founded": NASTY,
    "founded_in": NASTY,
    "registration": NASTY, "address": NASTY, "notice": NASTY,
    "social": {{NASTY: "https://social.example/x"}},
}}
"""
COMMON = f"title: {SHORT}\nsummary: {LONG}\ntags: [{SHORT}]\n"
NEWS = (
    f"---\n{COMMON}date: 2026-11-01\nauthors: [{SHORT}]\ncategory: {SHORT}\nmembers: [alpha]\n---\n{MARKDOWN}"
)
EVENT = (
    f"---\n{COMMON}start: 2026-12-03 18:30\nduration: 2h\nkind: {SHORT}\nvenue: {SHORT}\nprice: {SHORT}\n"
    f"audience: {SHORT}\norganisers: [alpha]\ncommissions: [fete]\n---\n{MARKDOWN}"
)
OFFER = (
    f"---\n{COMMON}kind: job\nmember: alpha\ntown: lens\nskills: [web]\ndate: 2026-11-01\n"
    f"expires: 2026-12-01\napply: https://a.example/?a='onclick=alert(1)\n---\n{MARKDOWN}"
)
PAGE = f"---\ntitle: {SHORT}\nsummary: {LONG}\nmenu: main\n---\n{MARKDOWN}"
INTRODUCTION = f"---\ntitle: {SHORT}\nsummary: {LONG}\n---\n{MARKDOWN}"

FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/actualites/<script>alert(1)<.md": NEWS,
    "content/agenda/'onload='alert(1).md": EVENT,
    "content/annonces/'onload='alert(1).md": OFFER,
    "content/pages/un.md": PAGE,
    "content/images/x.png": PICTURE,
    **{
        f"content/pages/{slug}.md": INTRODUCTION
        for slug in ("accueil", "annuaire", "commissions", "gouvernance", "agenda")
    },
    **{f"content/pages/{slug}.md": INTRODUCTION for slug in ("actualites", "annonces", "adherer")},
}

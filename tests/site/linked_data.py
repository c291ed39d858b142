"""What a page tells search engines, and what schema.org and Google have to say about that.

https://schema.org, https://developers.google.com/search/docs/appearance/structured-data
"""

import json
from collections.abc import Iterator, Mapping

from html_pages import Page

Node = Mapping[str, object]

THING = {"name", "description", "url", "image", "sameAs", "identifier"}
ORGANIZATION = THING | set(
    """address areaServed email employee event foundingDate foundingLocation knowsAbout knowsLanguage logo
    member memberOf parentOrganization subOrganization telephone""".split()
)
EVENT = THING | set(
    """startDate endDate previousStartDate eventStatus eventAttendanceMode location organizer audience offers
    isAccessibleForFree inLanguage superEvent subEvent""".split()
)
WORK = THING | set("datePublished dateModified position isPartOf hasPart".split())
PROPERTIES = {
    "Organization": ORGANIZATION,
    "GovernmentOrganization": ORGANIZATION,
    "EducationalOrganization": ORGANIZATION | {"geo"},
    "ProfessionalService": ORGANIZATION | {"geo"},
    "Person": THING | {"jobTitle", "email", "telephone", "affiliation"},
    "OrganizationRole": {"member", "roleName", "startDate", "endDate"},
    "PostalAddress": {"streetAddress", "postalCode", "addressLocality", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "City": THING,
    "Place": THING | {"address", "geo"},
    "JobPosting": THING
    | set("title datePosted validThrough hiringOrganization jobLocation employmentType".split()),
    "Event": EVENT,
    "EventSeries": EVENT,
    "Course": THING | set("provider educationalLevel inLanguage offers hasCourseInstance".split()),
    "CourseInstance": THING | set("courseMode courseWorkload startDate endDate location".split()),
    "VirtualLocation": THING,
    "Offer": THING | {"price", "priceCurrency", "availability", "category"},
    "Audience": THING | {"audienceType"},
    "ItemList": {"itemListElement", "numberOfItems"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": THING | {"acceptedAnswer"},
    "Answer": {"text"},
    "DefinedTermSet": THING | {"hasDefinedTerm"},
    "DefinedTerm": THING | {"alternateName"},
    "Article": WORK | {"headline"},
    "NewsArticle": WORK | set("headline author publisher mainEntityOfPage inLanguage".split()),
    "CreativeWorkSeries": WORK,
}
"""Those that the type has, or inherits, of those that we may want to say."""
REQUIRED = {
    "ProfessionalService": {"name", "address"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position"},
    "OrganizationRole": {"member"},
    "PostalAddress": set(),
    "GeoCoordinates": {"latitude", "longitude"},
    "Place": {"address"},
    "Event": {"name", "startDate", "location"},
    "EventSeries": {"name"},
    "Course": {"name", "description", "provider"},
    "CourseInstance": {"courseMode", "courseWorkload"},
    "VirtualLocation": {"url"},
    "Offer": set(),
    "Audience": {"audienceType"},
    "JobPosting": {"title", "description", "datePosted", "hiringOrganization", "jobLocation"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Article": {"headline"},
    "NewsArticle": {"headline", "author", "datePublished", "dateModified", "publisher"},
}
"""What Google refuses to do without; a name for everything else."""


def blocks(page: Page) -> list[str]:
    """As they are written."""
    scripts = page.document.first("head").iter("script")
    return ["".join(map(str, each.children)) for each in scripts if each["type"] == "application/ld+json"]


def linked_data(page: Page) -> list[Node]:
    return [json.loads(block) for block in blocks(page)]


def of_type(page: Page, *types: str) -> Node:
    (found,) = (data for data in linked_data(page) if data["@type"] in types)
    return found


def nodes(value: object) -> Iterator[Node]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def faults(node: Node) -> list[str]:
    type_ = str(node.get("@type"))
    if type_ not in PROPERTIES:
        return [f"{type_} is no type we know"]
    said = {key for key in node if not key.startswith("@")}
    empty = [f"{type_}.{key} is empty" for key in said if node[key] in (None, "", [], {})]
    unknown = [f"{type_} has no {key}" for key in sorted(said - PROPERTIES[type_])]
    missing = [f"{type_} needs {key}" for key in sorted(REQUIRED.get(type_, {"name"}) - said)]
    return [*empty, *unknown, *missing]

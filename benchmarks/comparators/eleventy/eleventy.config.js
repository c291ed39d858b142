// Collections that the lists show, made once a build; filters that the templates share.
const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const DAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" ");

const byTitle = (one, other) => (one.data.title < other.data.title ? -1 : 1);
const newestFirst = (one, other) => other.date - one.date;
const from = (api, folder) => api.getFilteredByGlob(`src/${folder}/*.md`);
const long = (date) => `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;

function grouped(pages, keys) {
  const groups = {};
  for (const page of pages) for (const key of keys(page)) (groups[key] ??= []).push(page);
  return groups;
}

function chunks(items, size) {
  const all = [];
  for (let start = 0; start < items.length; start += size) all.push(items.slice(start, start + size));
  return all;
}

// The pages of one list a term: of one skill, of one month…
const lists = (folder, key, size, prefix, order) => (api) => {
  const groups = grouped(from(api, folder), (page) => page.data[key] || []);
  return Object.keys(groups).sort().flatMap((term) => {
    const base = `${prefix}${term}/`;
    return chunks(groups[term].sort(order), size).map((items, number, all) => ({
      term, items, base, count: groups[term].length, page: number + 1, pages: all.length,
      url: number ? `${base}page/${number + 1}/` : base,
    }));
  });
};

// What pages say of each other, looked up by name instead of searched for on every page.
function index(api) {
  const news = from(api, "actualites").sort(newestFirst);
  const events = from(api, "agenda");
  const named = (pages, name) => Object.fromEntries(pages.map((page) => [name(page), page]));
  const about = (key) => {
    const found = {};
    for (const [kind, pages] of Object.entries({ news, events }))
      for (const [id, of] of Object.entries(grouped(pages, (page) => page.data[key] || [])))
        (found[id] ??= {})[kind] = of;
    return found;
  };
  return {
    member: named(from(api, "annuaire"), (page) => page.fileSlug),
    comm: named(api.getFilteredByGlob("src/commissions/*/index.md"), (page) => page.data.cid),
    pn: Object.fromEntries(news.map((page, at) => [page.fileSlug, [news[at - 1], news[at + 1]].filter(Boolean)])),
    byMember: about("members"),
    bc: about("commissions"),
  };
}

function linkedData(member) {
  const { title, address, postal, townname, summary, phone, email, website, lat, lon, ...data } = member.data;
  return {
    "@type": "ProfessionalService", "@id": `${member.url}#membre`, name: title, url: member.url,
    address: { "@type": "PostalAddress", streetAddress: address.street, postalCode: postal, addressLocality: townname },
    description: summary, telephone: phone, email, sameAs: [website],
    geo: { "@type": "GeoCoordinates", latitude: lat, longitude: lon },
    knowsLanguage: data.languages, knowsAbout: data.skills, areaServed: data.places,
  };
}

const asJson = (value) => JSON.stringify(value).replace(/</g, "\\u003c");
const listed = (members) => asJson({
  "@context": "https://schema.org", "@type": "ItemList",
  itemListElement: members.map((one, at) => ({ "@type": "ListItem", position: at + 1, item: linkedData(one) })),
});

module.exports = function (config) {
  config.addCollection("news", (api) => from(api, "actualites").sort(newestFirst));
  config.addCollection("members", (api) => from(api, "annuaire").sort(byTitle));
  config.addCollection("events", (api) => from(api, "agenda").sort((one, other) => one.date - other.date));
  config.addCollection("committees", (api) => api.getFilteredByGlob("src/commissions/*/index.md").sort(byTitle));
  config.addCollection("index", index);
  config.addCollection("bySkill", lists("annuaire", "skills", 100, "/annuaire/competences/", byTitle));
  config.addCollection("byPlace", lists("annuaire", "places", 100, "/annuaire/lieux/", byTitle));
  config.addCollection("byKind", lists("annuaire", "kinds", 100, "/annuaire/types/", byTitle));
  config.addCollection("bySkillTown", lists("annuaire", "skilltowns", 100, "/annuaire/ici/", byTitle));
  config.addCollection("byTopic", lists("actualites", "topics", Infinity, "/actualites/sujets/", newestFirst));
  config.addCollection("byMonth", lists("agenda", "months", 40, "/agenda/", newestFirst));

  config.addFilter("long", long);
  config.addFilter("full", (date) => `${DAYS[date.getDay()]} ${long(date)}`);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("ics", (date) => date.toISOString().replace(/[-:]|\.\d+/g, ""));
  config.addFilter("json", asJson);
  config.addFilter("ld", linkedData);
  config.addFilter("ldlist", listed);
  config.addFilter("head", (all, number) => (all || []).slice(0, number));

  config.addPassthroughCopy({ "parvis.css": "parvis.css" });
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
};

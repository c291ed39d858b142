// Starts the web editor: Decap CMS, with the configuration that the site was built with and widgets of our own.

import {registerFormats} from "./formats.js";
import {logInByToken} from "./login.js";
import {registerWidgets} from "./widgets.js";

const VENDORED = ["vendor/js-yaml.min.js", "vendor/decap-words.js", "vendor/decap-cms.js"];

window.CMS_MANUAL_INIT = true; // read by decap-cms.js as it is loaded

// From one entry straight to another, Decap CMS keeps the form of the first.
addEventListener("hashchange", ({oldURL, newURL}) => {
  if ([oldURL, newURL].every((address) => address.includes("/entries/"))) location.reload();
});

start().catch((error) => {
  document.querySelector("#arriving").textContent = error.message;
});

async function start() {
  const answer = await fetch("config.json");
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  const {assosite: site, ...config} = await answer.json();
  for (const file of VENDORED) await loaded(file);
  for (const [language, words] of Object.entries(window.decapWords)) window.CMS.registerLocale(language, words);
  registerFormats();
  registerWidgets(site);
  if (site.login === "token") logInByToken(site);
  window.CMS.registerEventListener({name: "postSave", handler: () => tell(site.words.saved)});
  document.querySelector("#arriving").remove();
  window.CMS.init({config: {...config, load_config_file: false, collections: config.collections.map(dated)}});
}

function loaded(file) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = resolve;
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });
}

// What is new is of today, which no configuration knows.
function dated(collection) {
  const fields = collection.fields?.map((field) => (field.default === "today" ? {...field, default: today()} : field));
  return fields ? {...collection, fields} : collection;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
}

function tell(sentence) {
  document.querySelector(".told")?.remove();
  const told = document.createElement("p");
  told.className = "told";
  told.role = "status";
  told.textContent = sentence;
  told.addEventListener("click", () => told.remove());
  document.body.append(told);
}

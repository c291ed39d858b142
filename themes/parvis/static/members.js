/* A page that only members may read: asks for their passphrase, opens what is sealed in the page and puts it in place.
   The key stays in this tab, until it is closed or somebody says « Se déconnecter »; what was typed goes nowhere. */

const PREVIEW = "assosite-passphrase"; // `serve` puts it there, and asks nothing
const LEFT = "assosite-left";
const LONGEST_PAUSE = 8000; // milliseconds

const locked = document.querySelector(".locked");
const form = locked.querySelector(".unlock");
const field = form.querySelector("input");
const toggle = form.querySelector("[data-hide]");
const said = locked.querySelector(".said");
const root = new URL(form.dataset.root || "./", location.href);
const sealed = JSON.parse(document.querySelector("#p-scelle").textContent);
const place = `assosite-members:${sealed.salt}`;
let failures = 0;
let isOpen = false;

/* A browser may refuse to keep anything: then each page asks. */
const remembered = (name) => {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
};
const remember = (name, value) => {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // the page is open all the same
  }
};

const say = (what, isTrouble = true) => {
  said.textContent = said.dataset[what];
  said.classList.toggle("error", isTrouble);
};

const begin = async () => {
  if (!globalThis.crypto?.subtle) return say("insecure");
  if (!globalThis.DecompressionStream) return say("old");
  const [seal, { reveal }] = await Promise.all([import("./sealed.js"), import("./revealed.js")]);

  const opened = async (raw) => {
    const opener = await seal.openerOf(raw);
    try {
      return { opener, shown: await opener.page(seal.addressOf(location, root), sealed.sealed) };
    } catch {
      return null; // another passphrase, or a page of another address
    }
  };

  const show = ({ opener, shown }, isAsked) => {
    isOpen = true;
    return reveal(shown, { opener, root, locked, isAsked, leave });
  };

  const leave = () => {
    remember(place, null);
    remember(LEFT, "yes");
    location.reload(); // nothing of what was open stays in memory
  };

  /* What the tab knows already. */
  const known = async () => {
    const kept = remembered(place);
    const found = kept && (await opened(seal.octets(kept)));
    if (found || !remembered(PREVIEW) || remembered(LEFT)) return found;
    return tried(remembered(PREVIEW));
  };

  const tried = async (passphrase) => {
    const raw = await seal.keyOf(passphrase, sealed);
    const found = await opened(raw);
    if (found) remember(place, seal.base64(raw));
    return found;
  };

  const answer = async () => {
    say("checking", false);
    const found = await tried(field.value);
    if (found) return show(found, true);
    await new Promise((over) => setTimeout(over, Math.min(1000 * 2 ** failures, LONGEST_PAUSE)));
    failures += 1;
    refuse("wrong");
  };

  const refuse = (why) => {
    say(why);
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };

  const ask = () => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (form.hasAttribute("aria-busy")) return;
      if (!field.value.trim()) return refuse("empty");
      form.setAttribute("aria-busy", "true");
      await answer().finally(() => form.removeAttribute("aria-busy"));
    });
    if (!remembered(LEFT)) return;
    remember(LEFT, null);
    say("forgotten", false);
    field.focus();
  };

  const found = await known();
  if (found) await show(found, false);
  else ask();
};

toggle.addEventListener("click", () => {
  const isShown = field.type === "password";
  field.type = isShown ? "text" : "password";
  toggle.firstElementChild.textContent = isShown ? toggle.dataset.hide : toggle.dataset.show;
});

/* Another page of this tab may have been opened or left since the browser put this one aside. */
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && isOpen !== Boolean(remembered(place))) location.reload();
});

begin().catch((reason) => {
  say("failed");
  throw reason;
});

/* Sealed files of an open page: pictures are shown when they come into view, documents handed over when asked for. */

import { filled } from "./phrases.js";
import { addressOf } from "./sealed.js";

const NAME = /\/[a-z2-7]{16}\.bin$/; // as sealing.py names things, in whatever folder the settings put them
const LARGE = 1_000_000; // octets, from which on it is worth a word how much has come
const HANDED_OVER = 60_000; // milliseconds until a browser has surely begun to save a file
const AHEAD = "50%"; // of the window

/* opener: of sealed.js; bar: with the words; say: to those who hear the page. */
export const filesOf = ({ opener, root, bar, say }) => {
  const words = bar.querySelector("template").content.firstElementChild;
  const isSealed = (address) => {
    const url = new URL(address, location.href);
    return url.origin === root.origin && url.pathname.startsWith(root.pathname) && NAME.test(url.pathname);
  };

  /* { name, type, content }; an error says why not: missing, failed, wrong. */
  const read = async (url, tell = () => {}) => {
    const sealed = await fetched(url, tell);
    try {
      return await opener.file(addressOf(new URL(url, location.href), root), sealed);
    } catch {
      throw new Error("wrong");
    }
  };

  /* The room stays as large as the picture, which nobody asks the host for. */
  const takeOut = (content) => {
    for (const image of content.querySelectorAll("img")) {
      if (!isSealed(image.getAttribute("src") ?? "")) continue;
      for (const source of image.parentElement.querySelectorAll(":scope > source")) source.remove();
      image.dataset.sealed = image.getAttribute("src");
      image.src = room(image);
      image.removeAttribute("srcset");
      image.removeAttribute("loading");
    }
  };

  const show = async (image) => {
    try {
      const { type, content } = await read(image.dataset.sealed);
      image.src = URL.createObjectURL(new Blob([content], { type })); // the page's, and gone with it
    } catch {
      image.removeAttribute("src"); // what it shows is told in words
      say(bar.dataset.picture);
    }
  };

  const download = async (link) => {
    const note = noteOf(link, words);
    if (note.begun) return;
    note.begin();
    try {
      handOver(await read(link.href, note.tell));
      note.end("done");
    } catch ({ message }) {
      note.end(message in words.dataset ? message : "failed");
    }
  };

  const handOver = ({ name, type, content }) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    setTimeout(URL.revokeObjectURL, HANDED_OVER, url);
  };

  const watch = (main) => {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          seen.unobserve(target);
          show(target);
        }
      },
      { rootMargin: AHEAD },
    );
    for (const image of main.querySelectorAll("[data-sealed]")) seen.observe(image);
    for (const kind of ["click", "auxclick"]) {
      main.addEventListener(kind, (event) => {
        const link = event.target.closest("a[href]");
        if (!link || event.button > 1 || !isSealed(link.href)) return;
        event.preventDefault(); // also for another tab: what is sealed says nothing to anybody
        download(link);
      });
    }
  };

  return { takeOut, watch, read };
};

const room = (image) => {
  const size = ["width", "height"].map((side) => `${side}="${Number(image.getAttribute(side)) || 1}"`).join(" ");
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" ${size}/>`)}`;
};

const fetched = async (url, tell) => {
  let answer;
  try {
    answer = await fetch(url);
  } catch {
    throw new Error("failed");
  }
  if (answer.status === 404 || answer.status === 410) throw new Error("missing");
  if (!answer.ok) throw new Error("failed");
  const total = answer.headers.has("Content-Encoding") ? 0 : Number(answer.headers.get("Content-Length"));
  try {
    return await collected(answer.body.getReader(), total > LARGE ? (come) => tell(come / total) : () => {});
  } catch {
    throw new Error("failed");
  }
};

const collected = async (reader, tell) => {
  const parts = [];
  let come = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
    come += value.length;
    tell(come);
  }
};

/* Beside the link: how far it is, and what became of it. A region that speaks has to be there before it has something
   to say. */
const notes = new WeakMap();
const noteOf = (link, words) => {
  if (!notes.has(link)) notes.set(link, freshNote(link, words));
  return notes.get(link);
};

const freshNote = (link, words) => {
  const note = words.cloneNode(true);
  const [bar, percent, status] = note.children;
  link.after(" ", note);
  const own = {
    begun: false,
    begin: () => {
      own.begun = true;
      requestAnimationFrame(() => own.begun && (status.textContent = words.dataset.begun));
    },
    tell: (part) => {
      bar.hidden = false;
      bar.value = part * 100;
      percent.textContent = part.toLocaleString(document.documentElement.lang, { style: "percent" });
    },
    end: (how) => {
      own.begun = false;
      bar.hidden = true;
      percent.textContent = "";
      status.textContent = filled(words.dataset[how], { name: link.textContent.trim() });
    },
  };
  return own;
};

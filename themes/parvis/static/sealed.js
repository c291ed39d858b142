/* What plugins/association/sealing.py has sealed, opened: the key of a passphrase, pages, files. Nothing here touches
   the page. A thing opens at its own address only, which is the one the browser asks for, never one that is written. */

const KEY = 256; // bits
const NONCE = 12; // octets
const LINE_FEED = 10;

/* As everybody types it, whatever the keyboard (sealing.py: normalised). */
const normalised = (passphrase) => passphrase.normalize("NFKC").toLowerCase().trim().split(/\s+/).join(" ");

/* 32 octets. What is sealed says how they are made: { salt, rounds }. */
export const keyOf = async (passphrase, { salt, rounds }) => {
  const typed = new TextEncoder().encode(normalised(passphrase));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: octets(salt), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, KEY));
};

/* An address as the seal knows it (sealing.py: place_of): from the root of the site, folders without index.html. */
export const addressOf = (url, root) => {
  const [path, above] = [url, root].map(({ pathname }) => decodeURIComponent(pathname));
  return path.slice(above.length).replace(/(^|\/)index\.html$/, "$1");
};

/* Opens what is sealed at an address with that key; fails with an OperationError where the key is another one. */
export const openerOf = async (raw) => {
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const opened = async (address, sealed) => {
    const how = { name: "AES-GCM", iv: sealed.subarray(0, NONCE), additionalData: new TextEncoder().encode(address) };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.subarray(NONCE)));
  };
  return {
    /* { title, html } */
    page: async (address, sealed) => unpacked(await opened(address, octets(sealed))),
    /* { name, type, content }: the first line says what it is. */
    file: async (address, sealed) => {
      const told = await opened(address, sealed);
      const end = told.indexOf(LINE_FEED);
      return { ...JSON.parse(new TextDecoder().decode(told.subarray(0, end))), content: told.subarray(end + 1) };
    },
  };
};

/* What JSON says that gzip has made small. */
export const unpacked = (content) =>
  new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).json();

export const octets = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

export const base64 = (raw) => btoa(String.fromCharCode(...raw));

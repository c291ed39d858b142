/* On a page that was opened from a disk browsers load no module, so that a form which one answers would do nothing:
   a sentence in its place says why. No module itself, for it would not be loaded either. */
(() => {
  if (location.protocol !== "file:") return;
  const { forms, said } = document.currentScript.dataset;
  const [first, ...others] = document.querySelectorAll(forms);
  first?.replaceWith(Object.assign(document.createElement("p"), { className: "lead", textContent: said }));
  for (const other of others) other.remove();
})();

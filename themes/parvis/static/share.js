/* « Copier l’adresse » at the foot of a text: the button is there only where the browser lets a page write to the
   clipboard. Its words are in its data- attributes; what became of it is said beside. */

const button = document.querySelector("[data-copied]");
const said = button.nextElementSibling;

button.addEventListener("click", async () => {
  const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  said.textContent = ""; // the same words again would not be read out
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = button.dataset.copied;
  } catch {
    said.textContent = button.dataset.failed;
  }
});

if (navigator.clipboard?.writeText) button.hidden = button.parentElement.hidden = false;

/* The interactive map. Until somebody asks for it nothing is loaded, and nothing is asked of the host of the tiles.
   The towns, their links and every word come from the HTML (templates/macros/map.html). */
"use strict";
{
  const box = document.querySelector(".tiles");
  const button = box.querySelector("button");
  const canvas = box.querySelector("[role=region]");
  const words = canvas.dataset;
  const here = new URL(".", document.currentScript.src).href;

  const loaded = (tag, attributes) =>
    new Promise((resolve, reject) => {
      const element = document.createElement(tag);
      Object.assign(element, attributes, { onload: resolve, onerror: reject });
      document.head.append(element);
    });

  const style = (path) => loaded("link", { rel: "stylesheet", href: here + path });

  const show = async () => {
    try {
      await style("leaflet/leaflet.css");
      await Promise.all([style("map.css"), loaded("script", { src: `${here}leaflet/leaflet.js` })]);
    } catch {
      box.querySelector("[role=status]").textContent = words.failed;
      return;
    }
    for (const part of [canvas, box.querySelector(".tiles__credit")]) part.hidden = false;
    button.parentElement.hidden = true;
    draw([...box.querySelector("template").content.children]);
    canvas.focus();
  };

  const draw = (towns) => {
    const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(canvas, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      maxZoom: Number(words.maxZoom),
      zoomAnimation: moves,
      fadeAnimation: moves,
    });
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    map.fitBounds(L.latLngBounds(towns.map(place)).pad(0.1), { maxZoom: 13 });
    L.tileLayer(words.url, { maxZoom: Number(words.maxZoom) }).addTo(map);
    const most = Math.max(...towns.map((town) => Number(town.dataset.count)));
    for (const town of towns) mark(town, most).addTo(map).fire("shown");
    map.on("popupopen", ({ popup }) => opened(popup.getElement()));
    canvas.addEventListener("keydown", ({ key }) => key === "Escape" && map.closePopup());
  };

  const place = (town) => [Number(town.dataset.lat), Number(town.dataset.lon)];

  /* A circle that a finger and a keyboard reach; its surface follows the number of members. */
  const mark = (town, most) => {
    const radius = 12 + 10 * Math.sqrt(Number(town.dataset.count) / most);
    const circle = L.circleMarker(place(town), { radius, className: "tiles__town" });
    circle.bindPopup(town.cloneNode(true), { minWidth: 150 });
    circle.on("shown", () => {
      const path = circle.getElement();
      for (const [name, value] of [["tabindex", "0"], ["role", "button"], ["aria-label", town.dataset.name]])
        path.setAttribute(name, value);
      path.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        circle.openPopup();
      });
    });
    circle.on("popupclose", () => {
      if (document.activeElement === document.body || document.activeElement.closest(".leaflet-popup"))
        circle.getElement().focus();
    });
    return circle;
  };

  const opened = (popup) => {
    popup.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close);
    popup.querySelector("a[href]:not([role])")?.focus({ preventScroll: true });
  };

  button.addEventListener("click", show);
  box.hidden = false;
}

// Loads the page again when a build has changed something of it, and hands on what that build said.
{
  const path = decodeURIComponent(location.pathname).slice(1);
  const own = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const parts = [...document.querySelectorAll("script[src], img[src]")].map(({src}) => fileOf(src));
  const isWaiting = document.documentElement.hasAttribute("data-waiting");
  let seen;

  function fileOf(address) {
    return decodeURIComponent(new URL(address, location).pathname).slice(1);
  }

  function restyle(changed) {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const file = fileOf(link.href);
      if (changed.includes(file)) link.href = `/${file}?v=${Date.now()}`;
    }
  }

  const events = new EventSource("/__reload");
  events.onmessage = ({data}) => {
    const {version, changed, isBuilt} = JSON.parse(data);
    if (isWaiting && isBuilt) {
      location.reload();
    } else if (seen !== undefined && seen !== version) {
      if (changed.some((file) => file === own || parts.includes(file))) location.reload();
      else restyle(changed);
    }
    seen = version;
  };
  events.addEventListener("report", ({data}) => {
    window.dispatchEvent(new CustomEvent("assosite:report", {detail: {...JSON.parse(data), own}}));
  });
}

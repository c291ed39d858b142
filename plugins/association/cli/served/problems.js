// What is wrong with the files of the site, over the page that somebody looks at while writing them; and
// which pages are not for everybody. All that it is told is put there as text.
{
  const isWaiting = document.documentElement.hasAttribute("data-waiting");
  const ASIDE = "assosite-put-aside";
  const home = document.createElement("assosite-preview");
  home.toggleAttribute("data-in-page", isWaiting);
  const root = home.attachShadow({mode: "open"});
  let marks = {};
  let told = "";

  function element(name, own, ...parts) {
    const made = Object.assign(document.createElement(name), own);
    made.append(...parts.filter(Boolean));
    return made;
  }

  function sourceOf([before, there, after]) {
    const line = element("code", {}, before, element("mark", {}, there || " "), after);
    return element("pre", {}, line);
  }

  function entryOf({severity, label, file, where, message, hint, code, source}) {
    const place = element("p", {className: "place"},
      element("span", {className: `state ${severity}`}, label), " ",
      element("b", {}, file), " ", element("span", {className: "where"}, where));
    return element("li", {},
      place,
      element("p", {className: "message"}, message),
      hint && element("p", {className: "hint"}, hint),
      source && sourceOf(source),
      code && element("p", {className: "code"}, code));
  }

  function button(label, className, act) {
    const made = element("button", {type: "button", className}, label);
    made.addEventListener("click", act);
    return made;
  }

  function sheetOf({failed, title, entries = [], more, lines}, words, close) {
    return element("div", {className: `sheet ${failed ? "failed" : "fine"}`},
      element("div", {className: "head"},
        element("h2", {id: "title"}, title),
        close && button(words.aside, "aside", close)),
      failed && !isWaiting && element("p", {className: "stale"}, words.stale),
      entries.length && element("ol", {}, ...entries.map(entryOf)),
      more && element("p", {}, more),
      lines && element("pre", {className: "lines"}, lines));
  }

  function show({id, report, words, own}) {
    const {title, failed} = report;
    marks = report.marks ?? {};
    told = words.members;
    root.querySelector("dialog")?.close();
    root.querySelectorAll("dialog, .sheet, .bar").forEach((former) => former.remove());
    document.querySelectorAll("assosite-mark").forEach((former) => former.remove());
    markLinks();
    if (isWaiting) {
      showInPlace(title && sheetOf(report, words));
      return;
    }
    const dialog = title && dialogOf(id, report, words);
    if (dialog) root.append(dialog);
    const opener = title && button(title, failed ? "error" : "warning", () => dialog.showModal());
    const mark = marks[own] && element("p", {className: "mark"}, marks[own]);
    if (opener || mark) root.append(element("div", {className: "bar"}, mark, opener));
    if (failed && dialog && sessionStorage.getItem(ASIDE) !== id) dialog.showModal();
  }

  function dialogOf(id, report, words) {
    const dialog = element("dialog", {});
    dialog.setAttribute("aria-labelledby", "title");
    dialog.append(sheetOf(report, words, () => dialog.close()));
    dialog.addEventListener("close", () => dialog.isConnected && sessionStorage.setItem(ASIDE, id));
    return dialog;
  }

  function showInPlace(sheet) {
    document.querySelector("[data-building]").hidden = Boolean(sheet);
    document.querySelector("[data-broken]").hidden = !sheet;
    if (sheet) root.append(sheet);
  }

  // Where a list of members leads to texts for members, nobody has to be told.
  function markLinks() {
    for (const link of document.querySelectorAll("main a[href]:not(:has(assosite-mark))")) {
      const {origin, pathname} = new URL(link.href, location);
      const path = decodeURIComponent(pathname).slice(1);
      const label = marks[path.endsWith("/") || path === "" ? `${path}index.html` : path];
      if (origin !== location.origin || !label || label === told) continue;
      link.append(" ", element("assosite-mark", {}, `(${label})`));
    }
  }

  // What is sealed is there later than the page.
  const main = document.querySelector("main");
  if (main) new MutationObserver(markLinks).observe(main, {childList: true, subtree: true});

  const styled = fetch("/__problems.css").then((answer) => answer.text()).then((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
    (document.querySelector("[data-problems]") ?? document.documentElement).append(home);
  });
  window.addEventListener("assosite:report", ({detail}) => styled.then(() => show(detail)));
}

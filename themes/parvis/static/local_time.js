/* Hours of the page again, as the visitor's own clock will show them, where that is another time.
   The words are in the data- attributes of the element that loads this; without script nothing is missing. */
(() => {
  const words = document.currentScript.dataset;
  const isMoment = (element) => element?.matches("time[datetime*=T]") && !element.closest("del");

  /* Days of the calendar from the one that is written to the visitor's. */
  function daysAway(written, moment) {
    const there = Date.UTC(...written.slice(0, 10).split("-").map((part, i) => part - (i === 1)));
    const here = Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
    return Math.round((here - there) / 86_400_000);
  }

  /* In the way the page writes hours: « 17 h 30 », 17.30 uur, 09:30. */
  function hour(moment, shown) {
    const [, between, after] = /^\d+(\D+)\d+(.*)$/.exec(shown);
    const digits = (number) => String(number).padStart(2, "0");
    const hours = between === ":" ? digits(moment.getHours()) : moment.getHours();
    return `${hours}${between}${digits(moment.getMinutes())}${after}`;
  }

  /* « 18 h 30 – 20 h 30 » is one range: two moments with nothing but a dash between them. */
  function endOf(start) {
    const next = start.nextElementSibling;
    const isRange = isMoment(next) && start.nextSibling.textContent.trim() === "–" && start.nextSibling.nextSibling === next;
    return isRange ? next : start;
  }

  function note(start, end) {
    const written = start.dateTime;
    const moment = new Date(written);
    const days = daysAway(written, moment);
    const minutes = moment.getHours() * 60 + moment.getMinutes();
    const [hours, past] = written.slice(11, 16).split(":").map(Number);
    if (days === 0 && minutes === hours * 60 + past) return;
    const both = start === end ? [start] : [start, end];
    const said = both.map((time) => hour(new Date(time.dateTime), time.textContent)).join("\u00a0– ");
    const element = document.createElement("span");
    element.className = "note";
    element.textContent = (days > 0 ? words.later : days < 0 ? words.earlier : words.same).replace("{hours}", () => said);
    end.after(" ", element);
  }

  const told = new Set();
  for (const start of document.querySelectorAll("main time[datetime*=T]")) {
    if (told.has(start) || !isMoment(start)) continue;
    const end = endOf(start);
    told.add(end);
    note(start, end);
  }
})();

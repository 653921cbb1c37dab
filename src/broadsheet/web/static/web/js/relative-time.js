/**
 * Turns the text of every `<time datetime data-relative>` into "3 hours ago", in the page's language.
 *
 * The server writes the exact time, so that the page is the same for everybody; it stays as the title. What is
 * older than a week keeps its date.
 *
 * @example
 * <time datetime="2026-03-12T14:05:00Z" data-relative>12 March 2026, 14:05</time>
 */
const UNITS = /** @type {const} */ ([["day", 86400], ["hour", 3600], ["minute", 60]]);
const WEEK = 7 * 86400;
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

/** @param {HTMLTimeElement} time */
function show(time) {
  const age = (Date.now() - Date.parse(time.dateTime)) / 1000;
  if (!(age < WEEK && age > -60)) return;
  const [unit, seconds] = UNITS.find(([, length]) => age >= length) ?? ["second", Infinity];
  const text = words.format(-Math.floor(age / seconds), unit);
  if (text === time.textContent) return;
  time.title ||= time.textContent;
  time.textContent = text;
}

function showAll() {
  for (const time of document.querySelectorAll("time")) if ("relative" in time.dataset) show(time);
}

new MutationObserver(showAll).observe(document.body, { childList: true, subtree: true });
setInterval(showAll, 60_000);
showAll();

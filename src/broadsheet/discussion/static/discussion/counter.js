/**
 * Show in `counter` how many of `max` characters are left, near the end; say it aloud at the very end.
 *
 * @param {HTMLOutputElement} counter - its `data-label` says what the number means
 * @param {string} text
 * @param {number} max
 */
export function countDown(counter, text, max) {
  const left = max - [...text].length;
  counter.hidden = left > max / 5;
  counter.ariaLive = left < 100 ? "polite" : "off";
  counter.textContent = `${counter.dataset.label}: ${left}`;
  counter.toggleAttribute("data-over", left < 0);
}

/**
 * Tells what happened, to those who listen to the page and to those who look at it.
 */

/**
 * Say the sentence that the discussion has under `name` in its `data-` attributes, politely.
 *
 * @param {string} name
 * @param {string | number} [rest]
 */
export function announce(name, rest = "") {
  const region = document.querySelector("[data-announcements]");
  const sentences = /** @type {HTMLElement} */ (document.querySelector("[data-offline]")).dataset;
  if (region) region.textContent = `${sentences[name]} ${rest}`.trim();
}

/**
 * Show why something was refused at the end of `element`; an empty `sentence` takes it away.
 *
 * @param {Element} element
 * @param {string} sentence
 */
export function complain(element, sentence) {
  let note = element.querySelector(":scope > .complaint");
  if (!note) {
    note = document.createElement("p");
    note.className = "complaint";
    note.role = "alert";
    element.append(note);
  }
  note.textContent = sentence;
}

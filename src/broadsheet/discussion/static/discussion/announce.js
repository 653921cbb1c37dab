/**
 * Say the sentence that the discussion has under `name` in its `data-` attributes, politely.
 *
 * @param {string} name
 * @param {string | number} [rest]
 */
export function announce(name, rest = "") {
  const sentences = /** @type {HTMLElement} */ (document.querySelector("[data-offline]")).dataset;
  say(`${sentences[name]} ${rest}`.trim());
}

/**
 * Say `sentence`, politely.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  const region = document.querySelector("[data-announcements]");
  if (region) region.textContent = sentence;
}

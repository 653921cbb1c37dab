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

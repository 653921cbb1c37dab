/**
 * Words not yet posted, kept on this device: one draft for each discussion and each comment answered, with
 * the key that makes every attempt to send the same words the same submission.
 */

/** @typedef {HTMLFormElement & { body: HTMLTextAreaElement, parent: HTMLInputElement, submission_key: HTMLInputElement }} Draft */

/** @param {HTMLFormElement} form */
const fields = (
  form,
) => /** @type {Draft["elements"] & Draft} */ (/** @type {unknown} */ (form.elements));

/** @param {HTMLFormElement} form */
const name = (form) => `draft ${form.getAttribute("action")} ${fields(form).parent.value}`;

/**
 * Keep what `form` holds; nothing, if it is empty.
 *
 * @param {HTMLFormElement} form
 */
export function keepDraft(form) {
  const { body, submission_key } = fields(form);
  try {
    if (body.value) localStorage[name(form)] = JSON.stringify([body.value, submission_key.value]);
    else delete localStorage[name(form)];
  } catch {
    // The device keeps nothing for us; the words are still in the form.
  }
}

/**
 * Bring back what was kept, unless `form` holds words already.
 *
 * @param {HTMLFormElement} form
 */
export function restoreDraft(form) {
  const { body, submission_key } = fields(form);
  if (body.value) return;
  try {
    [body.value, submission_key.value] = JSON.parse(localStorage[name(form)] ?? '["", ""]');
  } catch {
    // Kept by another version, or not readable: begin afresh.
  }
}

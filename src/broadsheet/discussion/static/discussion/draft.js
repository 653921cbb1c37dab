/**
 * Words not yet posted, kept on this device: one draft for each discussion and each comment answered, with
 * the key that makes every attempt to send the same words the same submission.
 */

/** @typedef {HTMLFormElement & { body: HTMLTextAreaElement, parent: HTMLInputElement, submission_key: HTMLInputElement }} Draft */
/** @typedef {{ name: string, body: string, key: string, at: number, title: string }} Kept */

const KEPT = 30 * 24 * 3600_000; // ms
const MOST = 50;

/** @param {HTMLFormElement} form */
const fields = (
  form,
) => /** @type {Draft["elements"] & Draft} */ (/** @type {unknown} */ (form.elements));

/** @param {HTMLFormElement} form */
const name = (form) => `draft ${form.getAttribute("action")} ${fields(form).parent.value}`;

/** @param {HTMLFormElement} form */
const note = (form) => /** @type {HTMLElement} */ (form.querySelector(".comment-form__kept"));

/**
 * Keep what `form` holds; nothing, if it is empty.
 *
 * @param {HTMLFormElement} form
 */
export function keepDraft(form) {
  const { body, submission_key } = fields(form);
  try {
    if (body.value) {
      const kept = [body.value, submission_key.value, Date.now(), document.title];
      localStorage[name(form)] = JSON.stringify(kept);
    } else {
      delete localStorage[name(form)];
      note(form).hidden = true;
    }
  } catch {
    // The device keeps nothing for us; the words are still in the form.
  }
}

/**
 * Bring back what was kept, unless `form` holds words already, and say so.
 *
 * @param {HTMLFormElement} form
 */
export function restoreDraft(form) {
  const { body, submission_key } = fields(form);
  const kept = keptDrafts().find((draft) => draft.name === name(form));
  if (body.value || !kept) return;
  [body.value, submission_key.value] = [kept.body, kept.key];
  note(form).hidden = false;
  note(form).querySelector("button").onclick = () => {
    body.value = "";
    body.dispatchEvent(new Event("input", { bubbles: true }));
    body.focus();
  };
}

/**
 * What this device keeps, the latest first. What is too old, or more than fifty, is forgotten.
 *
 * @returns {Kept[]}
 */
export function keptDrafts() {
  try {
    const all = Object.keys(localStorage).filter((key) => key.startsWith("draft ")).map(read);
    all.sort((one, other) => other.at - one.at);
    const kept = all.filter(({ at }, n) => n < MOST && Date.now() - at < KEPT);
    for (const draft of all) if (!kept.includes(draft)) delete localStorage[draft.name];
    return kept;
  } catch {
    return []; // the device keeps nothing for us
  }
}

/** @param {string} name @returns {Kept} */
function read(name) {
  try {
    const [body, key, at, title] = JSON.parse(localStorage[name]);
    return { name, body, key, at, title };
  } catch {
    return { name, body: "", key: "", at: 0, title: "" }; // not ours, and so forgotten
  }
}

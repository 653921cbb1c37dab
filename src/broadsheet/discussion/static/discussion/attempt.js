import { Refusal } from "./fragment.js";

/**
 * Do `task`, unless `element` is still at its last one; if it fails, the reason is shown at the end of `place`.
 *
 * @param {Element} element - has the attribute `busy` meanwhile
 * @param {() => Promise<void>} task
 * @param {Element} [place]
 */
export async function attempt(element, task, place = element) {
  if (element.hasAttribute("busy")) return;
  element.toggleAttribute("busy", true);
  complain(place, "");
  try {
    await task();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    complain(place, refusal.message);
  } finally {
    element.removeAttribute("busy");
  }
}

/**
 * Say at the end of `place` why something was refused; an empty `sentence` takes it back.
 *
 * @param {Element} place
 * @param {string} sentence
 */
export function complain(place, sentence) {
  place.querySelector(":scope > .complaint")?.remove();
  if (!sentence) return;
  const note = document.createElement("p");
  note.className = "complaint";
  note.role = "alert";
  place.append(note);
  note.textContent = sentence;
}

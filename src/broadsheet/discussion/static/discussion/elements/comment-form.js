import { announce } from "../announce.js";
import { attempt } from "../attempt.js";
import { countDown } from "../counter.js";
import { keepDraft, restoreDraft } from "../draft.js";
import { fetchFragment, inTurn } from "../fragment.js";
import { focusOn, place } from "../place.js";

const DOUBLE_CLICK = 600; // ms after success in which another click is still the same

/**
 * Posts and previews the form inside it without leaving the page, counts, and keeps the draft.
 *
 * Without JavaScript the form posts as forms do, and nothing is lost.
 *
 * @example
 * <bs-comment-form max="5000">
 *   <form method="post" action="/discussions/article:12/comments/">…</form>
 * </bs-comment-form>
 *
 * @attr {number} max - characters that fit
 * @attr {boolean} closable - goes away once its words are posted
 * @fires bs:comments-added - after the new comment is on the page
 */
class CommentForm extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    restoreDraft(this.#form);
    this.#count();
    for (const type of ["submit", "input", "keydown"]) this.addEventListener(type, this);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      const preview = event.submitter?.getAttribute("formaction");
      const task = () => preview ? this.#preview(preview) : this.#post();
      attempt(this, task, this.#part("refusal"));
    } else if (event.type === "input" && event.target === this.#body) {
      this.#key.value = ""; // other words are another submission
      keepDraft(this.#form);
      this.#count();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      this.#form.requestSubmit();
    }
  }

  // Private

  /** @param {string} url */
  async #preview(url) {
    this.#part("preview").replaceChildren(await fetchFragment(url, new FormData(this.#form)));
  }

  async #post() {
    this.#key.value ||= crypto.randomUUID?.() ?? "";
    keepDraft(this.#form);
    const sent = new FormData(this.#form);
    this.#body.readOnly = true; // what is typed now would be lost when the form is emptied
    const posting = inTurn(() => fetchFragment(this.#form.action, sent));
    const [comment] = place(await posting.finally(() => this.#body.readOnly = false));
    this.#body.value = this.#key.value = "";
    keepDraft(this.#form);
    this.#part("preview").replaceChildren();
    this.#count();
    this.dispatchEvent(new CustomEvent("bs:comments-added", { bubbles: true }));
    announce(comment.dataset.state);
    focusOn(comment);
    if (this.hasAttribute("closable")) this.remove();
    else await new Promise((resolve) => setTimeout(resolve, DOUBLE_CLICK));
  }

  #count() {
    const counter = /** @type {HTMLOutputElement} */ (this.#part("counter"));
    countDown(counter, this.#body.value, Number(this.getAttribute("max")));
  }

  /** @param {string} name */
  #part(name) {
    return this.querySelector(`.comment-form__${name}`);
  }

  get #form() {
    return this.querySelector("form");
  }

  get #body() {
    return this.querySelector("textarea");
  }

  get #key() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[name=submission_key]"));
  }
}

customElements.define("bs-comment-form", CommentForm);

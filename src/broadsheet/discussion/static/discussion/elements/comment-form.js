import { announce } from "../announce.js";
import { keepDraft, restoreDraft } from "../draft.js";
import { fetchFragment } from "../fragment.js";
import { focusOn, place } from "../place.js";

// A second click on Post, while the first is on its way or just over, is the same click.
const PAUSE = 600;

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
      this.#send(event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : null);
    } else if (event.type === "input" && event.target === this.#body) {
      this.#key.value = ""; // other words are another submission
      keepDraft(this.#form);
      this.#count();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      this.#form.requestSubmit();
    }
  }

  // Private

  /** @param {string | null} previewUrl */
  async #send(previewUrl) {
    if (this.hasAttribute("busy")) return;
    this.toggleAttribute("busy", true);
    this.#part("refusal").textContent = "";
    try {
      if (previewUrl) {
        const preview = await fetchFragment(previewUrl, new FormData(this.#form));
        this.#part("preview").replaceChildren(preview);
      } else await this.#post();
    } catch (refusal) {
      this.#part("refusal").textContent = refusal.message;
    }
    setTimeout(() => this.removeAttribute("busy"), PAUSE);
  }

  async #post() {
    this.#key.value ||= crypto.randomUUID?.() ?? "";
    keepDraft(this.#form);
    const answer = await fetchFragment(this.#form.action, new FormData(this.#form));
    const [comment] = place(answer);
    this.#body.value = this.#key.value = "";
    keepDraft(this.#form);
    this.#part("preview").replaceChildren();
    this.#count();
    this.dispatchEvent(new CustomEvent("bs:comments-added", { bubbles: true }));
    announce(comment.dataset.state);
    focusOn(comment);
    if (this.hasAttribute("closable")) this.remove();
  }

  #count() {
    const counter = /** @type {HTMLOutputElement} */ (this.#part("counter"));
    const max = Number(this.getAttribute("max"));
    const left = max - [...this.#body.value].length;
    counter.hidden = left > max / 5;
    counter.ariaLive = left < 100 ? "polite" : "off";
    counter.textContent = `${counter.dataset.label}: ${left}`;
    this.toggleAttribute("over", left < 0);
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

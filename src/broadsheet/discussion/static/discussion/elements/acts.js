import { announce } from "../announce.js";
import { attempt } from "../attempt.js";
import { fetchFragment } from "../fragment.js";
import { focusOn } from "../place.js";

/**
 * What the reader may do to one comment, done in its place: a click does it, or opens the form it needs.
 *
 * @example
 * <bs-acts acts="edit">
 *   <button type="button" aria-expanded="false">More</button>
 *   <p hidden><button type="button" data-act="edit" data-panel>Edit</button></p>
 * </bs-acts>
 *
 * @attr {string} acts - names of what may be done; other buttons go away
 * @fires bs:comments-added - after the comment stands there as it now is
 */
class Acts extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    const allowed = this.getAttribute("acts").split(" ");
    for (const button of this.#list.querySelectorAll("button")) {
      if (!allowed.includes(button.dataset.act)) button.remove();
    }
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    const { act, panel, cancel } = event.target.dataset;
    if (event.type === "submit") {
      event.preventDefault();
      attempt(this, () => this.#send(event.target.action, new FormData(event.target)));
    } else if (event.target === this.#button) this.#toggle();
    else if (cancel !== undefined) this.#close();
    else if (act) attempt(this, () => this.#begin(act, panel !== undefined));
  }

  // Private

  /** @param {string} act @param {boolean} isPanel - whether its form is to be filled in, not sent at once */
  async #begin(act, isPanel) {
    const forms = await fetchFragment(`/comments/${this.#comment.dataset.id}/actions/`);
    const form = /** @type {any} */ (forms.querySelector(`form[data-act="${act}"]`));
    if (isPanel) this.#close();
    if (!form) return;
    if (!isPanel) return this.#send(form.getAttribute("action"), new FormData(form));
    form.querySelector("details")?.setAttribute("open", "");
    form.querySelector("[data-cancel]")?.removeAttribute("hidden");
    this.append(form);
    /** @type {HTMLElement} */ (form.querySelector("textarea, input:not([type=hidden]), button"))
      .focus();
  }

  #toggle() {
    this.#list.hidden = !this.#list.hidden;
    this.#button.ariaExpanded = String(!this.#list.hidden);
  }

  #close() {
    this.querySelector("form")?.remove();
    this.#button.focus();
  }

  /**
   * @param {string} address
   * @param {FormData} body
   */
  async #send(address, body) {
    const answer = await fetchFragment(address, body);
    const before = this.#comment;
    const after = /** @type {HTMLElement} */ (answer.querySelector(".comment"));
    after.append(...before.querySelectorAll(":scope > bs-comment-form"));
    before.replaceWith(after);
    after.dispatchEvent(new CustomEvent("bs:comments-added", { bubbles: true }));
    announce("changed");
    focusOn(after);
  }

  get #button() {
    return this.querySelector("button");
  }

  get #list() {
    return this.querySelector("p");
  }

  get #comment() {
    return /** @type {HTMLElement} */ (this.closest(".comment"));
  }
}

customElements.define("bs-acts", Acts);

/**
 * Opens a form under the comment that is being answered. Its template holds the form.
 *
 * @example
 * <bs-replies><template><bs-comment-form>…</bs-comment-form></template></bs-replies>
 *
 * @listens bs:comment-quoted - the form then begins with the quotation
 */
class Replies extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    const discussion = this.closest(".discussion");
    for (const type of ["click", "bs:comment-quoted"]) discussion.addEventListener(type, this);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    const comment = event.target.closest(".comment");
    if (event.type === "bs:comment-quoted") this.#open(comment, event.detail);
    else if (event.target.closest("[data-cancel]")) this.#close(event.target);
    else if (event.target.closest("[data-reply]") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#open(comment);
    }
  }

  // Private

  /**
   * @param {HTMLElement} comment
   * @param {string} [quotation]
   */
  #open(comment, quotation = "") {
    const form = comment.querySelector("bs-comment-form") ?? this.#add(comment);
    const body = form.querySelector("textarea");
    if (quotation) {
      body.value = (body.value.trimEnd() + "\n\n" + quotation).trimStart();
      body.dispatchEvent(new Event("input", { bubbles: true }));
    }
    body.focus();
    body.setSelectionRange(body.value.length, body.value.length);
  }

  /** @param {HTMLElement} comment */
  #add(comment) {
    const content = document.importNode(this.querySelector("template").content, true);
    const form = content.querySelector("bs-comment-form");
    form.toggleAttribute("closable", true);
    form.querySelector("[data-cancel]").removeAttribute("hidden");
    /** @type {HTMLInputElement} */ (form.querySelector("[name=parent]")).value =
      comment.dataset.id;
    comment.append(form);
    return form;
  }

  /** @param {HTMLElement} button */
  #close(button) {
    const comment = button.closest(".comment");
    button.closest("bs-comment-form")?.remove();
    /** @type {HTMLElement} */ (comment.querySelector("[data-reply]"))?.focus();
  }
}

customElements.define("bs-replies", Replies);

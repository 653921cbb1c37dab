/**
 * Folds the comments of people whom the reader ignores to one line each, a copy of its template, whose button shows
 * and hides the words.
 *
 * @example
 * <bs-fold><template><p>By somebody you ignore <button type="button">Show</button></p></template></bs-fold>
 *
 * @listens bs:reader-known
 */
class Fold extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.closest(".discussion").addEventListener("bs:reader-known", this);
  }

  // Events

  /** @param {any} event */
  handleEvent({ detail: { ignored } }) {
    const looked = [...document.querySelectorAll(".comment")].find((one) => top(one) > 0);
    const before = looked && top(looked);
    for (const id of ignored) this.#fold(document.getElementById(`comment-${id}`));
    // Other browsers see to it themselves that what the reader looks at stays where it is.
    if (looked && !CSS.supports("overflow-anchor: auto")) scrollBy(0, top(looked) - before);
  }

  // Private

  /** @param {HTMLElement} comment */
  #fold(comment) {
    if (!comment || comment.querySelector(":scope > .comment__folded")) return;
    const line = document.importNode(this.querySelector("template").content, true);
    const button = line.querySelector("button");
    button.onclick = () => {
      button.ariaExpanded = String(!comment.toggleAttribute("data-folded"));
    };
    button.click();
    comment.prepend(line);
  }
}

/** @param {Element} element */
const top = (element) => element.getBoundingClientRect().top;

customElements.define("bs-fold", Fold);

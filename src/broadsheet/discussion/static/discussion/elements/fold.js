/**
 * Folds the comments of people whom the reader ignores to one line each, a copy of its template, whose button shows
 * and hides the words. The first comment in sight that is not folded stays where it is.
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
    const comments = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".comment"));
    const folded = [...comments].filter((one) => ignored.includes(Number(one.dataset.id)));
    if (!folded.length) return;
    const read = [...comments].find((one) => !folded.includes(one) && box(one).bottom > 0);
    const before = box(read).top;
    const { style } = document.documentElement;
    style.overflowAnchor = "none"; // what browsers hold on to may be what is folded
    for (const comment of folded) this.#fold(comment);
    if (box(comments[0]).top < 0) scrollBy(0, box(read).top - before);
    setTimeout(() => style.overflowAnchor = "", 100);
  }

  // Private

  /** @param {HTMLElement} comment */
  #fold(comment) {
    if (comment.querySelector(":scope > .comment__folded")) return;
    const line = document.importNode(this.querySelector("template").content, true);
    const button = line.querySelector("button");
    button.onclick = () => {
      button.ariaExpanded = String(!comment.toggleAttribute("data-folded"));
    };
    button.click();
    comment.prepend(line);
  }
}

/** @param {Element} [element] */
const box = (element = document.body) => element.getBoundingClientRect();

customElements.define("bs-fold", Fold);

import { plainWords, quotationMarkdown, widen } from "../quotation.js";

/**
 * Offers its button near words selected in one comment; quotes them, or by a comment's link all of it.
 *
 * @example
 * <bs-quote><button type="button" hidden>Quote</button></bs-quote>
 *
 * @fires bs:comment-quoted - on the comment, with the quotation in Markdown
 */
class Quote extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.#discussion.addEventListener("click", this);
    document.addEventListener("selectionchange", this);
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "selectionchange") {
      clearTimeout(this.#due);
      this.#due = setTimeout(() => this.#offer(), 150);
    } else if (event.target === this.#button) this.#quote(this.#chosen);
    else if (event.target.closest("[data-quote]") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const all = document.createRange();
      all.selectNodeContents(event.target.closest("article").querySelector(".comment__words"));
      this.#quote(all);
    }
  }

  // Private

  #due = 0;

  /** @type {Range} */
  #chosen;

  #offer() {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    const words = range && !range.collapsed && wordsAround(range);
    this.#button.hidden = !words;
    if (!words) return;
    this.#chosen = range;
    const end = range.getBoundingClientRect();
    const home = this.#discussion.getBoundingClientRect();
    const right = home.width - this.#button.offsetWidth;
    this.#button.style.top = `${end.bottom - home.top + 6}px`;
    this.#button.style.left = `${Math.max(0, Math.min(end.left - home.left, right))}px`;
  }

  /** @param {Range} range */
  #quote(range) {
    const comment = /** @type {HTMLElement} */ (wordsAround(range).closest(".comment"));
    const name = comment.querySelector(".comment__author").textContent;
    widen(range);
    const words = plainWords(range);
    getSelection().removeAllRanges();
    const detail = quotationMarkdown({ id: comment.dataset.id, name, words });
    comment.dispatchEvent(new CustomEvent("bs:comment-quoted", { bubbles: true, detail }));
  }

  get #discussion() {
    return this.closest(".discussion");
  }

  get #button() {
    return this.querySelector("button");
  }
}

/**
 * The words of the one published comment that holds all of `range`, if none of it was said by somebody else.
 *
 * @param {Range} range
 */
function wordsAround({ commonAncestorContainer: node }) {
  const element = node instanceof Element ? node : node.parentElement;
  const words = element.closest("[data-state=published] > article > .comment__words");
  return element.closest("blockquote") ? null : words;
}

customElements.define("bs-quote", Quote);

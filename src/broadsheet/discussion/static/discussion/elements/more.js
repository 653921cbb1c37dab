import { announce } from "../announce.js";
import { attempt } from "../attempt.js";
import { fetchFragment } from "../fragment.js";
import { focusOn, place } from "../place.js";

/**
 * Loads what its link leads to into the page: the next threads, or further replies of a thread.
 *
 * @example
 * <li class="thread__more"><bs-more><a href="/comments/12/thread/?after=40">Show 12 more replies</a></bs-more></li>
 *
 * @attr {string} src - where to ask instead, with the link's query, if the link leads to a page around it
 * @fires bs:comments-added - after they are on the page
 */
class More extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.addEventListener("click", this);
  }

  // Events

  /** @param {MouseEvent} event */
  handleEvent(event) {
    const link = /** @type {HTMLElement} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    attempt(this, () => this.#load(new URL(link.href)));
  }

  // Private

  /** @param {URL} url */
  async #load(url) {
    const src = this.getAttribute("src");
    this.#show(await fetchFragment(src ? src + url.search : url.href));
  }

  /** @param {DocumentFragment} content */
  #show(content) {
    const holder = this.parentElement;
    const list = holder.parentElement;
    const next = [...content.children].find((child) => child.className === holder.className);
    next?.remove();
    const added = place(content, holder);
    if (next) holder.replaceWith(next);
    else holder.remove();
    list.dispatchEvent(new CustomEvent("bs:comments-added", { bubbles: true }));
    announce("added", added.length);
    if (added.length) focusOn(added[0], { preventScroll: true });
  }
}

customElements.define("bs-more", More);

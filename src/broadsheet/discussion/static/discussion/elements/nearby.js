import { focusOn } from "../place.js";

/**
 * Leads to a comment that stands on this page without leaving it, where a link names its permanent address: what a
 * reply answers, whom a quotation quotes. Back leads back.
 *
 * @example
 * <bs-nearby></bs-nearby>
 */
class Nearby extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.closest(".discussion").addEventListener("click", this);
  }

  // Events

  /** @param {Event} event */
  handleEvent(event) {
    const { ctrlKey, metaKey, target } = /** @type {MouseEvent & { target: Element }} */ (event);
    const link = target.closest(".comment__answers a, .quotation a");
    const id = link?.getAttribute("href").match(/^\/comments\/(\d+)\/$/)?.[1];
    const comment = document.getElementById(`comment-${id}`);
    if (!comment || ctrlKey || metaKey) return;
    event.preventDefault();
    location.hash = comment.id;
    focusOn(comment, { preventScroll: true });
  }
}

customElements.define("bs-nearby", Nearby);

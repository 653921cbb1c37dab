import { fetchFragment } from "./fragment.js";
import { place } from "./place.js";

/** @typedef {{ comment: number, thread: number, parent: number | null }} Posted */

/** @param {number | string | null} id */
const onPage = (id) => document.getElementById(`comment-${id}`);

/** New comments that the page could show, and does not show yet. */
export class NewComments {
  /** @type {Map<number, Posted>} */
  #posted = new Map();

  /**
   * Remember what was posted, if it has a place here: a thread among threads, a reply below what it answers.
   * Forget what is gone before anybody read it.
   *
   * @param {Posted & { message: string, state?: string }} said
   */
  hear({ message, state = "published", comment, thread, parent }) {
    const hasPlace = comment === thread
      ? document.querySelector(".threads")
      : onPage(parent) ?? this.#posted.has(parent);
    if (state !== "published") this.#posted.delete(comment);
    else if (message === "posted" && hasPlace) {
      this.#posted.set(comment, { comment, thread, parent });
    }
  }

  /** How many there are, without those that came to the page in another way. */
  count() {
    for (const id of this.#posted.keys()) if (onPage(id)) this.#posted.delete(id);
    return this.#posted.size;
  }

  /**
   * Put them in their places.
   *
   * @returns {Promise<HTMLElement[]>} in the order in which they stand on the page
   */
  async show() {
    /** @type {Map<number, number>} */
    const firstOf = new Map();
    for (const { comment, thread } of this.#posted.values()) {
      firstOf.set(thread, Math.min(comment, firstOf.get(thread) ?? comment));
    }
    const addresses = [...firstOf].sort(([one], [other]) => one - other).map(([thread, first]) =>
      `/comments/${thread}/thread/${first === thread ? "" : `?after=${first - 1}`}`
    );
    const contents = await Promise.all(addresses.map((address) => fetchFragment(address)));
    this.#posted.clear();
    const added = contents.flatMap((content) => place(withPlace(content)));
    return added.sort((one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
    );
  }
}

/**
 * `content` without comments that are on the page, or whose parent is not.
 *
 * @param {DocumentFragment} content
 */
function withPlace(content) {
  const comments = /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(".comment"));
  for (const comment of comments) {
    const { id, parent } = comment.dataset;
    const hasPlace = !parent || onPage(parent) || content.querySelector(`#comment-${parent}`);
    if (!hasPlace || onPage(id)) comment.remove();
  }
  return content;
}

import { Follower } from "../follow.js";
import { parse } from "../fragment.js";
import { renew } from "../renew.js";
import { showVotes } from "../score.js";

const COUNT_AFTER = 1_000; // ms after comments came to the page in another way
const RENEW_AGAIN_AFTER = 10_000;

/**
 * Keeps an open page up to date: votes, edits and removals show at once, in place.
 *
 * @example
 * <bs-live src="/discussions/article:12/" version="31">
 *   <p hidden data-note="closed">The discussion was closed. <a href="">Load it again</a></p>
 * </bs-live>
 *
 * @attr {string} src - the discussion's address
 * @attr {number} version - the version of the discussion that the page shows
 * @listens bs:comments-added - the heading counts them
 * @fires bs:comment-announced - for each comment posted elsewhere, or no more to be read
 */
class Live extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    const [src, version] = [this.getAttribute("src"), Number(this.getAttribute("version"))];
    this.#follower = new Follower(src, version, (message, said) => this.#hear(message, said));
    this.#discussion.addEventListener("bs:comments-added", this);
  }

  disconnectedCallback() {
    this.#follower.end();
  }

  // Events

  handleEvent() {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.#follower.check().catch(() => {}), COUNT_AFTER);
  }

  // Private

  #due = 0;
  #renewing = Promise.resolve();

  /** @type {Follower} */
  #follower;

  /**
   * @param {string} message
   * @param {any} said
   */
  #hear(message, said) {
    const comment = document.getElementById(`comment-${said.comment}`);
    if (message === "reload") this.#note("much");
    else if (message === "state") this.#stand(said);
    else if (!comment) {
      const detail = { message, ...said };
      this.dispatchEvent(new CustomEvent("bs:comment-announced", { bubbles: true, detail }));
    } else if (message === "voted") showVotes(comment, said);
    // What was posted and is here was posted here, unless it has waited, or was gone.
    else if (message === "changed" || comment.dataset.state !== "published") this.#renew(comment);
  }

  /**
   * One after the other: what was asked for last is what stays.
   *
   * @param {HTMLElement} comment
   */
  #renew(comment) {
    this.#renewing = this.#renewing.then(() => renew(comment)).catch(() => {
      setTimeout(() => this.#renew(comment), RENEW_AGAIN_AFTER);
    });
  }

  /** @param {{ is_open: boolean, heading?: string }} state */
  #stand({ is_open, heading }) {
    const title = document.getElementById("discussion-title");
    const wasOpen = !("closed" in this.#discussion.dataset);
    if (title && heading) title.replaceChildren(parse(heading));
    if (is_open && !wasOpen && title) this.#note("opened");
    if (is_open || !wasOpen) return;
    this.#discussion.dataset.closed = "";
    this.#note("closed");
  }

  /** @param {string} name */
  #note(name) {
    for (const note of this.querySelectorAll("p")) note.hidden = note.dataset.note !== name;
  }

  get #discussion() {
    return /** @type {HTMLElement} */ (this.closest(".discussion"));
  }
}

customElements.define("bs-live", Live);

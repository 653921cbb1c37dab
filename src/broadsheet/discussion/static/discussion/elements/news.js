import { announce, say } from "../announce.js";
import { attempt } from "../attempt.js";
import { NewComments } from "../new-comments.js";
import { focusOn } from "../place.js";
import { sentenceFor } from "../plural.js";

const COUNT_AGAIN_AFTER = 1_500; // ms: then a form that was busy is not
const SPEAK_AT_MOST_EVERY = 30_000;
const TOO_MANY = 100;

/**
 * Says how many comments are new, and shows them when asked to. Nothing that is being read moves before.
 *
 * @example
 * <bs-news>
 *   <button type="button" hidden></button>
 *   <template><data value="1">1 new comment</data><data value="2">2 new comments</data></template>
 * </bs-news>
 *
 * @listens bs:comment-announced
 * @fires bs:comments-added - after they are on the page
 */
class News extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.addEventListener("click", this);
    for (const type of ["bs:comment-announced", "bs:comments-added"]) {
      this.#discussion.addEventListener(type, this);
    }
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "click") attempt(this, () => this.#show());
    else if (event.type === "bs:comments-added") setTimeout(() => this.#tell(), COUNT_AGAIN_AFTER);
    else {
      this.#new.hear(event.detail);
      this.#tell();
    }
  }

  // Private

  #new = new NewComments();
  #spoken = -SPEAK_AT_MOST_EVERY;

  #tell() {
    // While the reader posts, the new comment may be their own.
    const isPosting = this.#discussion.querySelector("bs-comment-form[busy]");
    const count = isPosting ? 0 : this.#new.count();
    this.#button.hidden = !count;
    if (!count) return;
    this.#button.textContent = sentenceFor(this.querySelector("template").content, count);
    if (performance.now() - this.#spoken < SPEAK_AT_MOST_EVERY) return;
    this.#spoken = performance.now();
    say(this.#button.textContent);
  }

  async #show() {
    if (this.#new.count() > TOO_MANY) return location.reload();
    const added = await this.#new.show();
    for (const old of this.#discussion.querySelectorAll("[data-new]")) {
      old.removeAttribute("data-new");
    }
    for (const comment of added) comment.dataset.new = "";
    this.dispatchEvent(new CustomEvent("bs:comments-added", { bubbles: true }));
    announce("added", added.length);
    this.#button.hidden = true;
    if (added.length) focusOn(added[0]);
  }

  get #button() {
    return this.querySelector("button");
  }

  get #discussion() {
    return this.closest(".discussion");
  }
}

customElements.define("bs-news", News);

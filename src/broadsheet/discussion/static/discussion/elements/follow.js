import { attempt } from "../attempt.js";
import { ask, inTurn } from "../fragment.js";
import { newKey } from "../key.js";

/**
 * Makes its form's button one that is pressed or not, and says to the server what shall be.
 *
 * @example
 * <bs-follow data-thread="12"><form method="post" action="/comments/12/follow/">
 *   <button name="value" value="1">Follow this thread</button>
 * </form></bs-follow>
 *
 * @attr {boolean} on - the reader follows
 * @listens bs:reader-known - then knows whether they do, and says that they are here
 */
class Follow extends HTMLElement {
  static observedAttributes = ["on"];

  // Lifecycle

  connectedCallback() {
    this.addEventListener("submit", this);
    this.closest(".discussion").addEventListener("bs:reader-known", this);
    this.attributeChangedCallback();
  }

  attributeChangedCallback() {
    this.querySelector("button").ariaPressed = String(this.#on);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      attempt(this, () => this.#decide(this.#on ? "0" : "1", newKey()));
    } else {
      const thread = Number(this.dataset.thread) || null;
      this.toggleAttribute("on", event.detail.follows.includes(thread));
      if (this.#on) this.#send("seen").catch(() => {}); // another time, then
    }
  }

  // Private

  /** @param {string} value @param {string} key */
  async #decide(value, key) {
    const answer = await this.#send("follow", { value, submission_key: key });
    this.toggleAttribute("on", (await answer.json()).is_on);
  }

  /** @param {string} act @param {Record<string, string>} [fields] */
  #send(act, fields) {
    const address = this.querySelector("form").action.replace(/follow\/$/, `${act}/`);
    const headers = { Accept: "application/json" };
    return inTurn(() =>
      ask(address, { method: "POST", body: new URLSearchParams(fields), headers })
    );
  }

  get #on() {
    return this.hasAttribute("on");
  }
}

customElements.define("bs-follow", Follow);

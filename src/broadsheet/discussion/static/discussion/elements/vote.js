import { complain } from "../attempt.js";
import { ask, inTurn } from "../fragment.js";
import { newKey } from "../key.js";
import { showVotes } from "../score.js";

/**
 * Votes at once, and takes it back if the server refuses; the button of one's own vote, pressed again, undoes it.
 *
 * @example
 * <bs-vote value="1">
 *   <form method="post" action="/comments/12/vote/">
 *     <button name="value" value="1">…</button>
 *     <output><span>3</span><span><span>4</span> up, <span>1</span> down</span></output>
 *     <button name="value" value="-1">…</button>
 *   </form>
 * </bs-vote>
 *
 * @attr {number} value - the reader's own vote: 1, -1, or 0
 */
class Vote extends HTMLElement {
  static observedAttributes = ["value"];

  // Lifecycle

  connectedCallback() {
    this.addEventListener("submit", this);
    this.attributeChangedCallback();
  }

  attributeChangedCallback() {
    for (const button of this.querySelectorAll("button")) {
      button.ariaPressed = String(Number(button.value) === this.#value);
    }
  }

  // Events

  /** @param {SubmitEvent} event */
  handleEvent(event) {
    event.preventDefault();
    const chosen = Number(/** @type {HTMLButtonElement} */ (event.submitter).value);
    this.#cast(chosen === this.#value ? 0 : chosen);
  }

  // Private

  /** @param {number} value */
  async #cast(value) {
    const before = this.#votes;
    complain(this, "");
    this.#show({
      vote: value,
      up: before.up + Number(value === 1) - Number(before.vote === 1),
      down: before.down + Number(value === -1) - Number(before.vote === -1),
    });
    try {
      const key = newKey();
      const counted = await inTurn(() => this.#send(value, key));
      if (this.#value !== value) return;
      this.#show(counted);
      complain(this, counted.note);
    } catch (refusal) {
      this.#show(before);
      complain(this, refusal.message);
    }
  }

  /** @param {number} value @param {string} key */
  async #send(value, key) {
    const asOf = performance.now(); // others' votes may be told before our own is answered
    const answer = await ask(this.querySelector("form").action, {
      method: "POST",
      body: new URLSearchParams({ value: String(value), submission_key: key }),
      headers: { Accept: "application/json" },
      keepalive: true, // who votes and leaves has voted
    });
    return { ...(await answer.json()), asOf };
  }

  /** @param {{vote: number, up: number, down: number, asOf?: number}} votes */
  #show({ vote, up, down, asOf }) {
    this.setAttribute("value", String(vote));
    showVotes(this, { up, down }, asOf);
  }

  get #value() {
    return Number(this.getAttribute("value"));
  }

  get #votes() {
    const [, , up, down] = [...this.querySelectorAll("output span")]
      .map((number) => Number(number.textContent));
    return { vote: this.#value, up, down };
  }
}

customElements.define("bs-vote", Vote);

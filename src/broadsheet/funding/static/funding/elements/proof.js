/**
 * Has the browser do some work, so that gifts cannot be begun by the thousand (ALTCHA, version 2: keys of PBKDF2 are
 * tried until one begins as asked). It begins with the first touch of the form; who is faster waits a moment.
 *
 * Without JavaScript, or where a page has no `crypto.subtle`, nothing is sent, and the donor is asked once more.
 *
 * @example
 * <form method="post"><bs-proof challenge='{"parameters": …}' waiting="One moment…"></bs-proof><button>…</button></form>
 *
 * @attr {string} challenge - JSON, as the server gave it
 * @attr {string} waiting - what to say while the form waits for it
 */
class Proof extends HTMLElement {
  /** @type {Promise<void> | undefined} */
  #work;
  #isDone = false;

  // Lifecycle

  connectedCallback() {
    if (!globalThis.crypto?.subtle) return;
    this.#form.addEventListener("focusin", this);
    this.#form.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.#form?.removeEventListener("focusin", this);
    this.#form?.removeEventListener("submit", this);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    this.#work ??= this.#doWork();
    if (event.type !== "submit" || this.#isDone) return;
    event.preventDefault();
    this.#say(this.getAttribute("waiting"));
    this.#work.then(() => this.#form.requestSubmit(event.submitter));
  }

  // Private

  async #doWork() {
    const challenge = JSON.parse(this.getAttribute("challenge"));
    const solution = await solved(challenge.parameters);
    this.#isDone = true;
    this.#say("");
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "proof" });
    field.value = btoa(JSON.stringify({ challenge, solution }));
    this.append(field);
  }

  /** @param {string} words */
  #say(words) {
    let line = this.querySelector("p");
    if (!line && words) {
      this.append(line = Object.assign(document.createElement("p"), { role: "status" }));
    }
    if (line) line.textContent = words;
  }

  get #form() {
    return this.closest("form");
  }
}

/** @param {any} asked @returns {Promise<{counter: number, derivedKey: string}>} */
async function solved(asked) {
  const password = new Uint8Array([...bytes(asked.nonce), 0, 0, 0, 0]);
  const place = new DataView(password.buffer, password.length - 4);
  const way = { name: "PBKDF2", hash: "SHA-256", salt: bytes(asked.salt), iterations: asked.cost };
  for (let counter = 0;; counter++) {
    place.setUint32(0, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const found = hex(await crypto.subtle.deriveBits(way, key, asked.keyLength * 8));
    if (found.startsWith(asked.keyPrefix)) return { counter, derivedKey: found };
  }
}

/** @param {string} text */
const bytes = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));

/** @param {ArrayBuffer} buffer */
const hex = (buffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

customElements.define("bs-proof", Proof);

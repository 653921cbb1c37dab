/**
 * Says in the button how much is given, as the server reads it, and what covers the fee; typing an amount chooses it.
 *
 * Without JavaScript the button says how often, and the page after it how much.
 *
 * @example
 * <bs-gift in-words="/give/in-words/"><form method="post">…</form></bs-gift>
 *
 * @attr {string} in-words - who says how an amount is written
 */
class Gift extends HTMLElement {
  #timer = 0;
  #question = 0;
  #isSent = false;

  // Lifecycle

  connectedCallback() {
    for (const type of ["input", "submit"]) this.#form.addEventListener(type, this);
    addEventListener("pageshow", this);
    this.#ask();
  }

  disconnectedCallback() {
    removeEventListener("pageshow", this);
  }

  // Events

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "pageshow") this.#isSent = false;
    else if (event.type === "submit") this.#sendOnce(event);
    else this.#changed(event.target);
  }

  // Private

  /** @param {Event} event */
  #sendOnce(event) {
    // Others may hold it back first, and send it later.
    setTimeout(() => this.#isSent ||= !event.defaultPrevented);
    if (this.#isSent) event.preventDefault();
  }

  /** @param {HTMLInputElement} field */
  #changed(field) {
    const [, interval] = field.name.match(/^other_(.+)$/) ?? [];
    if (interval && field.value) {
      this.#field(`[name=amount_${interval}][value=other]`).checked = true;
    }
    const [, chosen] = field.name.match(/^amount_(.+)$/) ?? [];
    if (chosen && field.value !== "other") this.#field(`[name=other_${chosen}]`).value = "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), field.type === "text" ? 300 : 0);
  }

  async #ask() {
    const question = ++this.#question;
    const form = new FormData(this.#form);
    const interval = form.get("interval");
    const chosen = form.get(`amount_${interval}`);
    const asked = {
      currency: form.get("currency"),
      way: form.get("way") ?? "",
      minor: chosen === "other" ? "" : chosen ?? "",
      typed: form.get(`other_${interval}`) ?? "",
    };
    const address = `${this.getAttribute("in-words")}?${new URLSearchParams(
      /** @type {any} */ (asked),
    )}`;
    const answer = await read(address);
    if (!answer || question !== this.#question) return;
    const { amount, cover, gross } = answer;
    const paid = form.get("cover") && cover ? gross : amount;
    for (const place of this.querySelectorAll("[data-amount]")) place.textContent = paid;
    this.querySelector("[data-cover]").textContent = cover && ` (+ ${cover})`;
  }

  /** @param {string} selector @returns {HTMLInputElement} */
  #field(selector) {
    return this.querySelector(selector);
  }

  get #form() {
    return this.querySelector("form");
  }
}

/** @param {string} address */
async function read(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the page after this says it, too
  }
}

customElements.define("bs-gift", Gift);

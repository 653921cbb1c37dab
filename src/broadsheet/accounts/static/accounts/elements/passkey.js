/**
 * Lets its form be filled in by a passkey: the browser asks the reader, and what it answers is sent by the form.
 *
 * Shows itself only where there are passkeys. Where it `offer`s, the browser proposes them in the field for the address, too.
 *
 * @example
 * <bs-passkey act="get" begin="/sign-in/passkey/begin/" offer hidden>
 *   <form method="post" action="/sign-in/passkey/"><input type="hidden" name="credential"><button type="button">…</button>
 *     <p role="alert" data-trouble="It did not work." hidden></p></form>
 * </bs-passkey>
 *
 * @attr {"get" | "create"} act - to sign in with one, or to make one
 * @attr {string} begin - where the challenge is asked for, by POST
 * @attr {boolean} offer - whether to propose passkeys without being asked
 */
class Passkey extends HTMLElement {
  /** @type {AbortController} */
  #waiting = null;

  // Lifecycle

  async connectedCallback() {
    // @ts-ignore: not yet among the checker's DOM types
    if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    this.#button.addEventListener("click", this);
    if (!this.hasAttribute("offer")) return;
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) this.#ask("conditional");
  }

  disconnectedCallback() {
    this.#waiting?.abort();
  }

  // Events

  handleEvent() {
    this.#ask("optional");
  }

  // Private

  /** @param {CredentialMediationRequirement} mediation */
  async #ask(mediation) {
    this.#waiting?.abort();
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const loud = mediation !== "conditional";
    this.#button.disabled = loud;
    this.#trouble.hidden = true;
    try {
      const publicKey = /** @type {any} */ (await this.#options());
      const asked = this.#act === "get" ? { publicKey, mediation, signal } : { publicKey, signal };
      const credential = await navigator.credentials[this.#act](asked);
      this.#send(/** @type {PublicKeyCredential} */ (credential));
    } catch (error) {
      if (loud && error.name !== "AbortError") this.#complain();
    } finally {
      if (loud) this.#button.disabled = false;
    }
  }

  async #options() {
    const answer = await fetch(this.getAttribute("begin"), { method: "POST" });
    if (!answer.ok) throw new Error(answer.statusText);
    const { publicKey } = await answer.json();
    return this.#act === "get"
      ? PublicKeyCredential.parseRequestOptionsFromJSON(publicKey)
      : PublicKeyCredential.parseCreationOptionsFromJSON(publicKey);
  }

  /** @param {PublicKeyCredential} credential */
  #send(credential) {
    const form = this.querySelector("form");
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("credential"));
    field.value = JSON.stringify(credential);
    form.submit();
  }

  #complain() {
    this.#trouble.textContent = this.#trouble.dataset.trouble;
    this.#trouble.hidden = false;
  }

  get #act() {
    return this.getAttribute("act") === "create" ? "create" : "get";
  }

  get #button() {
    return this.querySelector("button");
  }

  get #trouble() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-trouble]"));
  }
}

customElements.define("bs-passkey", Passkey);

/**
 * Looks once more by itself whether a gift has arrived, soon after the page was opened; then the button does.
 *
 * @example
 * <bs-look-again><form method="post" action="/give/…/thanks/look/"><button>Look again</button></form></bs-look-again>
 */
class LookAgain extends HTMLElement {
  #timer = 0;

  // Lifecycle

  connectedCallback() {
    if (document.referrer.startsWith(location.href)) return; // has looked already
    this.#timer = setTimeout(() => this.querySelector("form").requestSubmit(), 2000);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }
}

customElements.define("bs-look-again", LookAgain);

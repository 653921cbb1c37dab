/**
 * Shows a newspaper's meter on another site: the words, a bar, and a link to give.
 *
 * What stands inside it is shown until the figures are there, and where they cannot be had. It has no style of
 * its own but the bar's: the parts are named, for the site's own style sheet.
 *
 * @example
 * <script async src="https://news.example/funding/meter.js"></script>
 * <bs-meter campaign="spring"><a href="https://news.example/give/">Support News Example</a></bs-meter>
 *
 * @attr {string} campaign - which campaign; the one the newspaper shows, without it
 * @attr {string} src - where the figures are, if not where the script came from
 */
(() => {
  const origin = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin;

  class Meter extends HTMLElement {
    // Lifecycle

    connectedCallback() {
      this.#ask();
    }

    // Private

    async #ask() {
      const address = new URL(this.getAttribute("src") ?? `${origin}/funding/meter.json`);
      const campaign = this.getAttribute("campaign");
      if (campaign) address.searchParams.set("campaign", campaign);
      try {
        const answer = await fetch(address, { credentials: "omit" });
        if (answer.ok) this.#show(await answer.json());
      } catch {
        // what stands inside stays
      }
    }

    /** @param {{ period: string, text: string, filled: number, is_over: boolean, give_url: string }} said */
    #show({ period, text, filled, is_over, give_url }) {
      const words = this.#part("p", "words", `${period}: ${text}`);
      const bar = /** @type {HTMLProgressElement} */ (this.#part("progress", "bar", ""));
      [bar.max, bar.value] = [100, filled];
      bar.setAttribute("aria-hidden", "true");
      bar.style.inlineSize = "100%";
      const link = this.querySelector("a");
      if (link) link.href = give_url;
      this.replaceChildren(words, bar, ...(link && !is_over ? [link] : []));
    }

    /** @param {string} name @param {string} part @param {string} text */
    #part(name, part, text) {
      const element = document.createElement(name);
      element.className = `bs-meter__${part}`;
      element.textContent = text;
      return element;
    }
  }

  customElements.define("bs-meter", Meter);
})();

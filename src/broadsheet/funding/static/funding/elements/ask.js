// No module: it is read before the page goes on, so that what is hidden was never there to be seen.
(() => {
  const DAY = 86_400_000;
  const LOG = "bs:asks";

  const log = () => {
    try {
      return JSON.parse(localStorage.getItem(LOG)) ?? [];
    } catch {
      return []; // a browser that keeps nothing
    }
  };

  const before = log();
  const luck = Math.random();
  let isNoted = false;

  const note = () => {
    if (isNoted) return;
    isNoted = true;
    try {
      localStorage.setItem(LOG, JSON.stringify([...log(), Date.now()].slice(-50)));
    } catch {
      // it will ask again
    }
  };

  const watch = new IntersectionObserver(
    (sightings) => {
      for (const { isIntersecting, target } of sightings) {
        if (isIntersecting) /** @type {Ask} */ (target).see();
      }
    },
    { threshold: 0.5 },
  );

  /**
   * Asks the reader for support, unless they give already or this browser has shown it often enough.
   *
   * How often is kept in the browser and told to nobody. One page of so many says that an ask was seen on it,
   * not by whom.
   *
   * @example
   * <bs-ask src="/funding/asks/seen/" code="12-below" most="12" days="30" one-in="10">…</bs-ask>
   *
   * @attr {string} src - where to say that it was seen
   * @attr {string} code - which ask it is
   * @attr {number} most - on how many pages to show it at most
   * @attr {number} days - in so many days
   * @attr {number} one-in - one page in so many says that it was seen
   */
  class Ask extends HTMLElement {
    // Lifecycle

    connectedCallback() {
      const since = Date.now() - this.#number("days") * DAY;
      const often = before.filter((/** @type {number} */ at) => at > since).length;
      this.hidden = /(^|; )bs_supporter=/.test(document.cookie) || often >= this.#number("most");
      if (!this.hidden) watch.observe(this);
    }

    disconnectedCallback() {
      watch.unobserve(this);
    }

    /** Note that it was seen, once. */
    see() {
      watch.unobserve(this);
      note();
      if (luck * this.#number("one-in") < 1) {
        const seen = new URLSearchParams({ code: this.getAttribute("code") });
        navigator.sendBeacon(this.getAttribute("src"), seen);
      }
    }

    // Private

    /** @param {string} name */
    #number(name) {
      return Number(this.getAttribute(name));
    }
  }

  customElements.define("bs-ask", Ask);
})();

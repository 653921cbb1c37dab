import { ask, parse } from "../fragment.js";
import { place } from "../place.js";

/**
 * Adds to the page what concerns its reader alone: own votes, own comments that wait, what they may do.
 *
 * Asks only if the browser has been somebody here before. Its template holds the buttons of all acts.
 *
 * @example
 * <bs-overlay src="/discussions/article:12/overlay/"><template><bs-acts>…</bs-acts></template></bs-overlay>
 *
 * @attr {string} src - where to ask
 * @listens bs:comments-added - asks about these, too
 * @fires bs:reader-known - with all that was answered
 */
class Overlay extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.#discussion.addEventListener("bs:comments-added", this);
    this.handleEvent();
  }

  // Events

  handleEvent() {
    if (/(^|; )bs_reader=/.test(document.cookie)) this.#ask();
  }

  // Private

  async #ask() {
    const comments = /** @type {HTMLElement[]} */ ([
      ...this.#discussion.querySelectorAll(".comment:not([data-asked])"),
    ]).slice(0, 500);
    for (const comment of comments) comment.dataset.asked = "";
    const ids = comments.map((comment) => comment.dataset.id).join(",");
    try {
      const answer = await ask(`${this.getAttribute("src")}?comments=${ids}`, {
        headers: { Accept: "application/json" },
      });
      this.#show(await answer.json());
    } catch {
      for (const comment of comments) delete comment.dataset.asked;
    }
  }

  /** @param {any} detail */
  #show(detail, { viewer, votes, acts, held } = detail) {
    if (!viewer) return;
    this.dispatchEvent(new CustomEvent("bs:reader-known", { bubbles: true, detail }));
    this.#introduce(viewer);
    for (const id in votes) this.#in(id, "bs-vote")?.setAttribute("value", votes[id]);
    for (const id in acts) this.#offer(id, acts[id]);
    const waiting = held.filter((/** @type {any} */ { id }) => !this.#in(id, "article"));
    for (const { html } of waiting) place(parse(html));
    if (waiting.length) this.#ask();
  }

  /** @param {{ name: string, is_guest: boolean, may_moderate: boolean }} viewer */
  #introduce({ name, is_guest, may_moderate }) {
    const who = /** @type {HTMLAnchorElement} */ (document.querySelector(".masthead__who"));
    if (who && !is_guest) [who.textContent, who.href] = [name, who.dataset.account];
    this.#discussion.querySelector("[data-staff]")?.toggleAttribute("hidden", !may_moderate);
    const replies = this.#discussion.querySelector("bs-replies template");
    for (const root of [this.#discussion, /** @type {HTMLTemplateElement} */ (replies)?.content]) {
      for (const who of root?.querySelectorAll(".comment-form__who") ?? []) {
        const as = who.nextElementSibling;
        for (const attribute of ["disabled", "hidden"]) who.toggleAttribute(attribute, !!name);
        as.toggleAttribute("hidden", !name);
        as.querySelector("bdi").textContent = name;
        as.nextElementSibling.toggleAttribute("hidden", !is_guest);
      }
    }
  }

  /**
   * @param {string} id
   * @param {string[]} acts
   */
  #offer(id, acts) {
    const link = this.#in(id, "[data-more]");
    if (acts.includes("withdraw")) document.getElementById(`comment-${id}`).dataset.own = "";
    if (!link || !acts.length) return;
    const content = document.importNode(this.querySelector("template").content, true);
    content.querySelector("bs-acts").setAttribute("acts", acts.join(" "));
    link.replaceWith(content);
  }

  /** @param {string} id @param {string} selector */
  #in(id, selector) {
    return document.getElementById(`comment-${id}`)?.querySelector(selector);
  }

  get #discussion() {
    return this.closest(".discussion");
  }
}

customElements.define("bs-overlay", Overlay);

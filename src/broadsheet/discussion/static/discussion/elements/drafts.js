import { keptDrafts } from "../draft.js";

/**
 * Lists the drafts that this device keeps, each a copy of its template, and discards them.
 *
 * @example
 * <bs-drafts>
 *   <p>This needs JavaScript.</p>
 *   <p hidden>This device holds no drafts.</p>
 *   <ul></ul>
 *   <template><li><p><a></a> <time></time></p><p></p><button type="button">Discard</button></li></template>
 * </bs-drafts>
 */
class Drafts extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.querySelector("p").remove();
    for (const draft of keptDrafts()) this.#list.append(this.#line(draft));
    this.#count();
  }

  // Private

  /** @param {{ name: string, body: string, at: number, title: string }} draft */
  #line({ name, body, at, title }) {
    const line = document.importNode(this.querySelector("template").content, true);
    const [link, time, button] = [...line.querySelectorAll("a, time, button")];
    const [, form, parent] = name.split(" ");
    link.setAttribute(
      "href",
      parent ? `/comments/${parent}/` : form.replace(/comments\/$/, ""),
    );
    link.textContent = title;
    time.textContent = new Date(at).toLocaleDateString(document.documentElement.lang, {
      dateStyle: "medium",
    });
    line.querySelector("p + p").textContent = body.slice(0, 300);
    button.addEventListener("click", () => {
      delete localStorage[name];
      button.closest("li").remove();
      this.#count();
      /** @type {HTMLElement} */ (this.querySelector("button") ?? this.#none).focus();
    });
    return line;
  }

  #count() {
    this.#none.hidden = this.#list.childElementCount > 0;
  }

  get #list() {
    return this.querySelector("ul");
  }

  get #none() {
    return this.querySelector("p");
  }
}

customElements.define("bs-drafts", Drafts);

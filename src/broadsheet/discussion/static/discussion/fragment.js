/**
 * Asks the server for a part of a page. The one place where text becomes markup: our own server's answers do,
 * under the Trusted Types policy "broadsheet", and nothing else can.
 */

// @ts-ignore: not yet among the checker's DOM types
const policy = globalThis.trustedTypes?.createPolicy("broadsheet", {
  createHTML: (/** @type {string} */ html) => html,
});

const PATIENCE = 30_000;

/** Why the server, or the network, did not do what was asked; `message` is a sentence for the reader. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {number} [status] - of the server's answer; 0 if there was none
   */
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

/**
 * The elements of `html`, which our server wrote.
 *
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}

/**
 * The answer to a request for a fragment. Whatever goes wrong is thrown as a `Refusal`.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
export async function ask(url, init = {}) {
  const { offline, trouble } =
    /** @type {HTMLElement} */ (document.querySelector("[data-offline]")).dataset;
  let response;
  try {
    response = await fetch(url, {
      signal: AbortSignal.timeout(PATIENCE),
      cache: "no-cache", // what a page may show a little late, its parts may not
      ...init,
      headers: { "BS-Fragment": "1", ...init.headers },
    });
  } catch {
    throw new Refusal(offline);
  }
  if (response.ok) return response;
  throw new Refusal(await sentence(response) || trouble, response.status);
}

/**
 * The elements at `url`, or what sending `body` there makes of them.
 *
 * @param {string} url
 * @param {FormData} [body]
 * @returns {Promise<DocumentFragment>}
 */
export async function fetchFragment(url, body) {
  const response = await ask(url, body && { method: "POST", body });
  return parse(await response.text());
}

let last = Promise.resolve();

/**
 * What `task` answers, once those asked for before it are over: the first may make the reader known to the server,
 * and the second must not make them somebody else.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export function inTurn(task) {
  const answer = last.then(task);
  last = answer.then(() => {}, () => {});
  return answer;
}

/** @param {Response} response */
async function sentence(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.includes("json")) return (await response.json()).title;
  // What a proxy or a crash says is not meant for readers.
  if (response.status >= 500 && response.status !== 503) return "";
  return parse(await response.text()).textContent.trim();
}

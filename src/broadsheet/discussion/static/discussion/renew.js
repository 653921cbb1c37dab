import { fetchFragment, Refusal } from "./fragment.js";
import { focusOn } from "./place.js";
import { showVotes } from "./score.js";

const ATTRIBUTES = ["data-state", "data-thread-closed", "data-featured"];

/**
 * Make `comment` what it has become, or take it away if it is not there any more.
 *
 * @param {HTMLElement} comment
 */
export async function renew(comment) {
  try {
    const content = await fetchFragment(`/comments/${comment.dataset.id}/`);
    become(comment, content.querySelector(".comment"));
  } catch (refusal) {
    if (!(refusal instanceof Refusal && refusal.status === 404)) throw refusal;
    comment.remove();
  }
}

/**
 * Give `comment` the words and marks of `now`. What its reader does with it stays: the form of a reply, a form that
 * is open, the own vote, the place of the focus.
 *
 * @param {HTMLElement} comment
 * @param {HTMLElement} now
 */
function become(comment, now) {
  const [article, fresh] = [comment, now].map((one) => one.querySelector("article"));
  const footer = article.querySelector(":scope > footer");
  const becomes = now.dataset.state !== comment.dataset.state;
  const hadFocus = comment.contains(document.activeElement);
  for (const name of ATTRIBUTES) {
    if (now.hasAttribute(name)) comment.setAttribute(name, now.getAttribute(name));
    else comment.removeAttribute(name);
  }
  if (becomes) {
    article.replaceChildren(...fresh.childNodes);
    delete comment.dataset.asked;
    comment.dispatchEvent(new CustomEvent("bs:comments-added", { bubbles: true }));
  } else {
    const [, , up, down] = [...fresh.querySelectorAll("output span")]
      .map((number) => Number(number.textContent));
    for (const child of [...article.children]) if (child !== footer) child.remove();
    footer.before(...[...fresh.children].slice(0, -1));
    showVotes(footer, { up, down });
  }
  if (hadFocus && !comment.contains(document.activeElement)) {
    focusOn(comment, { preventScroll: true });
  }
}

/**
 * Where comments go on a page: a thread is a flat list in tree order, and a new reply stands after all
 * that already answers the same comment.
 */

/**
 * Put the comments of `content` in their places; what is on the page already stays as it is.
 *
 * Threads go before `end`, or above all others without it; a reply goes below what it answers.
 *
 * @param {DocumentFragment} content
 * @param {Element} [end]
 * @returns {HTMLElement[]} the comments, in the order they came; for one that was there, that one
 */
export function place(content, end) {
  const added = [];
  for (const thread of [...content.children].filter((child) => child.matches(".thread"))) {
    if (document.getElementById(thread.id)) continue;
    added.push(.../** @type {NodeListOf<HTMLElement>} */ (thread.querySelectorAll(".comment")));
    end.before(thread);
  }
  for (
    const comment of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(".comment"))
  ) {
    added.push(document.getElementById(comment.id) ?? put(comment));
  }
  return added;
}

/**
 * Move the focus to `comment`, and show it if it is out of sight.
 *
 * @param {HTMLElement} comment
 * @param {FocusOptions} [options]
 */
export function focusOn(comment, options) {
  comment.tabIndex = -1;
  comment.focus(options);
}

/** @param {HTMLElement} comment */
function put(comment) {
  const parent = document.getElementById(`comment-${comment.dataset.parent}`);
  if (parent) lastBelow(parent).after(comment);
  else {
    const thread = document.createElement("ol");
    thread.className = "thread";
    thread.id = `thread-${comment.dataset.id}`;
    thread.append(comment);
    document.querySelector(".threads")?.prepend(thread);
  }
  return comment;
}

/** @param {HTMLElement} comment */
function lastBelow(comment) {
  const depth = Number(comment.dataset.depth);
  let last = comment;
  let next = /** @type {HTMLElement} */ (comment.nextElementSibling);
  while (Number(next?.dataset.depth) > depth) {
    last = next;
    next = /** @type {HTMLElement} */ (next.nextElementSibling);
  }
  return last;
}

/** @type {WeakMap<Element, number>} */
const shownAsOf = new WeakMap();

/**
 * Show how many votes a comment has, unless something newer is shown.
 *
 * @param {Element} holder - an element around the `<output>` of one comment
 * @param {{ up: number, down: number }} votes
 * @param {number} [asOf] - the moment for which that is certain (`performance.now`); now, if left out
 */
export function showVotes(holder, { up, down }, asOf = performance.now()) {
  const output = holder.querySelector("output");
  if (!output) return; // of a comment without words there is nothing to vote on
  if (asOf < (shownAsOf.get(output) ?? 0)) return;
  shownAsOf.set(output, asOf);
  const [score, , ups, downs] = output.querySelectorAll("span");
  score.textContent = String(up - down).replace("-", "−");
  [ups.textContent, downs.textContent] = [String(up), String(down)];
  output.title = `${up} ▲ ${down} ▼`;
}

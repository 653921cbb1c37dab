/**
 * Show how many votes a comment has.
 *
 * @param {Element} holder - an element around the `<output>` of one comment
 * @param {{ up: number, down: number }} votes
 */
export function showVotes(holder, { up, down }) {
  const output = holder.querySelector("output");
  if (!output) return; // of a comment without words there is nothing to vote on
  const [score, , ups, downs] = output.querySelectorAll("span");
  score.textContent = String(up - down).replace("-", "−");
  [ups.textContent, downs.textContent] = [String(up), String(down)];
  output.title = `${up} ▲ ${down} ▼`;
}

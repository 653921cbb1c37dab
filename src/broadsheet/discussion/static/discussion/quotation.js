/**
 * How a quotation is written down, exactly as `discussion/quoting.py` does it: the server compares the words
 * with what was said, and marks the quotation as checked.
 */

const MARKUP = /[\\`*_~[\]<]|&(?=[#\p{L}\p{N}_])|^>|^[-+](?=\s|$)/gu;
const segmenter = globalThis.Intl?.Segmenter &&
  new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * The Markdown that quotes the plain `words` of comment `id`, said by `name`, ready for a reply below.
 *
 * @param {{ id: string, name: string, words: string }} said
 */
export function quotationMarkdown({ id, name, words }) {
  const lines = words.trim().split("\n").map((line) => `> ${escaped(line)}`.trimEnd());
  return [...lines, ">", `> — [${escaped(name)}](/comments/${id}/)`, "", ""].join("\n");
}

/**
 * The plain words of `content`, part of a comment, without what it quotes of others.
 *
 * @param {Range} content
 */
export function plainWords(content) {
  const copy = document.createElement("div");
  copy.append(content.cloneContents());
  for (const quoted of copy.querySelectorAll("blockquote")) quoted.remove();
  for (const paragraph of copy.querySelectorAll("p")) paragraph.append("\n");
  return copy.textContent.replace(/\n{3,}/g, "\n\n").trim();
}

/**
 * Make `range` begin and end with a whole word: half a word was never said.
 *
 * @param {Range} range
 */
export function widen(range) {
  const { startContainer: start, endContainer: end } = range;
  const first = start instanceof Text && wordAt(start.data, range.startOffset);
  const last = end instanceof Text && wordAt(end.data, range.endOffset - 1);
  if (first) range.setStart(start, first.index);
  if (last) range.setEnd(end, last.index + last.segment.length);
}

/**
 * @param {string} text
 * @param {number} index
 */
function wordAt(text, index) {
  const word = segmenter?.segment(text).containing(index);
  return word?.isWordLike ? word : null;
}

/** @param {string} line */
function escaped(line) {
  return line.trim()
    .replace(MARKUP, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/:\/\/(?=\S{0,2000}\\)/g, "\\://");
}

/**
 * The sentence for `number` in the page's language: that of `samples` whose own `value` has the same plural form.
 *
 * @param {ParentNode} samples
 * @param {number} number
 */
export function sentenceFor(samples, number) {
  const forms = new Intl.PluralRules(document.documentElement.lang);
  const all = [...samples.querySelectorAll("data")];
  const isAlike = (/** @type {HTMLDataElement} */ { value }) =>
    forms.select(Number(value)) === forms.select(number);
  const { value, textContent } = all.find(isAlike) ?? all.at(-1);
  return textContent.replace(value, String(number));
}

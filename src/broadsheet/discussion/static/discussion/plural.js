/**
 * The sentence among `samples` that the page's language uses for `number`, with that number in it.
 *
 * Each is a `<data>` that says its own `value`; between them they show every plural form there is (CLDR).
 *
 * @param {ParentNode} samples
 * @param {number} number
 */
export function sentenceFor(samples, number) {
  const { lang } = document.documentElement;
  const forms = new Intl.PluralRules(lang);
  const all = [...samples.querySelectorAll("data")];
  const { value, textContent } = all.find(({ value }) => Number(value) === number) ??
    all.find(({ value }) => forms.select(Number(value)) === forms.select(number)) ?? all.at(-1);
  return textContent.replace(value, number.toLocaleString(lang));
}

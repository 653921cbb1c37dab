/**
 * Leads to the account from the masthead, in a browser in which somebody has signed in.
 *
 * Pages are the same for everybody and do not say who reads them; where there is a discussion, its overlay
 * writes the name there.
 */
const who = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".masthead__who"));
if (who?.dataset.known && /(^|; )bs_reader=account/.test(document.cookie)) {
  [who.textContent, who.href] = [who.dataset.known, who.dataset.account ?? who.href];
}

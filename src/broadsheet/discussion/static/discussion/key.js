/** When the reader decides, in a form that sorts by time: what comes late undoes nothing newer. */
export const newKey = () =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2) || "0"}`;

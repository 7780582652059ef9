// The two functions of it that expect calls; the rest is Node's.
export const isPromise = value =>
  value !== null && (typeof value === 'object' || typeof value === 'function') && typeof value.then === 'function';
export const pluralize = (word, count, ending = 's') => `${count} ${word}${count === 1 ? '' : ending}`;

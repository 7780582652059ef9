// The nested package: the one beside it at the top is another version.
module.exports = (query) => Object.keys(query).map((key) => `${key}=${query[key]}&v=nested`).join('&');

const pad = n => (n < 10 ? `0${n}` : `${n}`)

// '2026-11-02T08:30:00Z' -> '2026-11-02', in the reader's own time zone
function formatDate(iso) {
  const date = new Date(iso)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

// Chinese has no spaces to count, so a word is a run of letters or one Han character.
function readingMinutes(text) {
  const words = text.match(/[\u4e00-\u9fa5]|[^\s\u4e00-\u9fa5]+/g) || []
  return Math.max(1, Math.round(words.length / 200))
}

function excerpt(text, length) {
  return text.length <= length ? text : `${text.slice(0, length).trim()}…`
}

module.exports = { formatDate, readingMinutes, excerpt }

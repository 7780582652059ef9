// Comments that take code out of the count: istanbul's, and those of c8 that go by lines.
const ISTANBUL = /^\s*istanbul\s+ignore\s+(if|else|next|file)(?=\W|$)/;
const C8 = /^\s*(?:c8|v8)\s+ignore\s+(next|start|stop|file)(?:\s+(\d+))?(?=\W|$)/;

/** Where code goes on after `at`: blanks and comments left out. */
function codeAfter(source, comments, at) {
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at++;
    const next = comments.find(comment => comment.start === at);
    if (!next) return at;
    at = next.end;
  }
}

/** `next`: from a place in the code to the hint for what begins there; `lines`: those not counted. */
export function hintsOf(source, comments, lineOf) {
  const hints = { wholeFile: false, next: new Map(), lines: new Set() };
  const ignore = (from, to) => {
    for (let line = from; line <= to; line++) hints.lines.add(line);
  };
  let start;
  for (const { value, start: from, end } of comments) {
    const istanbul = ISTANBUL.exec(value)?.[1];
    const [, c8, count] = C8.exec(value) ?? [];
    if (istanbul === 'file' || c8 === 'file') hints.wholeFile = true;
    else if (istanbul) hints.next.set(codeAfter(source, comments, end), istanbul);
    else if (c8 === 'next') ignore(lineOf(end) + 1, lineOf(end) + Number(count ?? 1));
    else if (c8 === 'start') start ??= lineOf(from);
    else if (c8 === 'stop' && start !== undefined) {
      ignore(start, lineOf(end));
      start = undefined;
    }
  }
  if (start !== undefined) ignore(start, lineOf(source.length));
  return hints;
}

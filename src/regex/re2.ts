import { RE2JS } from 're2js';

/**
 * A document's `pattern` never becomes a RegExp of the platform, whose matching can take exponential time: it is
 * compiled by RE2, in linear time. RE2 lacks look-around and back-references; such a pattern is `unreadable`, and
 * nothing is claimed about it (JSON Schema 2020-12 Validation, section 6.3.3; Core, section 6.4).
 */
export interface Pattern {
  matches(text: string): boolean;
}

const compiled = new Map<string, Pattern | undefined>();

/** ECMA-262 writes `\d`, `\/`, `\uXXXX` and `(?<name>` where RE2 wants `\x{...}` and `(?P<name>`. */
const spellForRe2 = (source: string): string =>
  source
    .replace(/\\u\{([0-9a-fA-F]+)\}/g, '\\x{$1}')
    .replace(/\\u([0-9a-fA-F]{4})/g, '\\x{$1}')
    .replace(/\(\?<([A-Za-z_]\w*)>/g, '(?P<$1>')
    .replace(/\\([/\-_"'#%&,:;<=>@`~ !])/g, (whole, char: string) => (char === '-' ? whole : char));

/** The compiled pattern, or `undefined` where RE2 cannot express it. */
export function compilePattern(source: string): Pattern | undefined {
  if (!compiled.has(source)) compiled.set(source, compile(source));
  return compiled.get(source);
}

function compile(source: string): Pattern | undefined {
  try {
    const re = RE2JS.compile(spellForRe2(source));
    return { matches: text => re.matcher(text).find() };
  } catch {
    return undefined; // RE2 says why in its message, but all that counts here is that RE2 cannot match it.
  }
}

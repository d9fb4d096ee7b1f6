import type { Locus } from '../core/finding.ts';
import { canonicalText, isString } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { childEntries, keyword } from '../json-schema/reading.ts';
import type { MediaType } from '../openapi/operations.ts';
import type { Change } from './change.ts';
import { pairBy } from './pair.ts';
import { statedChange } from './stated-change.ts';

/** How the parts of a form are written: an Encoding Object for each property (OpenAPI 3.1.0, 4.8.15). */
export function compareEncodings(old: MediaType, next: MediaType, locus: Locus): Change[] {
  const parts = ({ node }: MediaType): Part[] =>
    childEntries(node, 'encoding').map(([name, encoding]) => ({ name, node: encoding }));
  const [ours, theirs] = [parts(old), parts(next)];
  const { both, removed, added } = pairBy(ours, theirs, ({ name }) => name);
  const compared: [Part, Part][] = [
    ...both.map(([one, other]): [Part, Part] => [one, other]),
    ...removed.map((part): [Part, Part] => [part, { name: part.name, node: { ...next.node, value: {} } }]),
    ...added.map((part): [Part, Part] => [{ name: part.name, node: { ...old.node, value: {} } }, part]),
  ];
  return compared.flatMap(([one, other]) => {
    const [was, now] = [writingOf(one.node), writingOf(other.node)];
    if (was === now) return [];
    const about = { name: one.name, locus, was, now, old: one.node, next: other.node };
    return [statedChange(allows(other.node, one.node) ? 'encoding-widened' : 'encoding-changed', about)];
  });
}

interface Part {
  readonly name: string;
  readonly node: Node;
}

const KEYWORDS = ['contentType', 'style', 'explode', 'allowReserved', 'headers'] as const;

const writingOf = (node: Node): string =>
  KEYWORDS.flatMap(name => {
    const value = keyword(node, name);
    return value === undefined ? [] : [`${name} ${isString(value) ? value : canonicalText(value)}`];
  }).join(', ') || '–';

/** Whether only the list of media types differs, and grew. */
function allows(wider: Node, narrower: Node): boolean {
  const [some, more] = [narrower, wider].map(node => keyword(node, 'contentType'));
  if (!isString(some) || !isString(more)) return false;
  const types = more.split(',').map(type => type.trim());
  const rest = (node: Node): string =>
    canonicalText(KEYWORDS.slice(1).map(name => keyword(node, name) ?? null));
  return rest(wider) === rest(narrower) && some.split(',').every(type => types.includes(type.trim()));
}

import type { Operation } from '../contract/operations.ts';
import { canonicalText } from '../model/json.ts';
import type { Node } from '../model/node.ts';
import { alike } from '../schema/alike.ts';
import { childEntries, childNode, childNodes, keyword } from '../schema/position.ts';
import type { Document } from '../source/index.ts';
import type { Comparison, SideView } from './comparison.ts';
import type { Fact } from './fact.ts';
import { pairBy, serverUrl } from './pair.ts';
import { state } from './state.ts';

/** What the documents say outside their operations. */
export function compareDocuments(
  comparison: Comparison,
  both: readonly (readonly [Operation, Operation])[],
): Fact[] {
  return [
    ...compareServers(comparison, both),
    ...compareComponents(comparison),
    ...compareMissing(comparison),
    ...compareInfo(comparison),
  ];
}

function compareServers(
  { old, next }: Comparison,
  both: readonly (readonly [Operation, Operation])[],
): Fact[] {
  const hasMoved = both.some(
    ([ours, theirs]) =>
      !ours.isOutbound && ours.pathNames.length >= 0 && bare(ours.path) !== bare(theirs.path),
  );
  const named = ({ root }: SideView): { url: string; node: Node }[] =>
    childNodes(root, 'servers').map(node => ({ url: address(serverUrl(node.value), hasMoved), node }));
  const { removed, added } = pairBy(named(old), named(next), ({ url }) => url);
  return [
    ...removed.map(({ url, node }) => state('server-removed', { name: url, old: node, next: next.root })),
    ...added.map(({ url, node }) => state('server-added', { name: url, old: old.root, next: node })),
  ];
}

const bare = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');

/** Where a prefix moved between servers and paths, only the host of a server says something. */
const address = (url: string, hasMoved: boolean): string => {
  const trimmed = url.replace(/\/+$/, '');
  return hasMoved ? (/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(trimmed)?.[0] ?? '') : trimmed;
};

/** A schema that goes while one of the same content comes has another name: that only shows in generated code. */
function compareComponents({ space, old, next }: Comparison): Fact[] {
  const schemas = ({ root }: SideView): { name: string; node: Node }[] => {
    const components = childNode(root, 'components');
    return components ? childEntries(components, 'schemas').map(([name, node]) => ({ name, node })) : [];
  };
  const { removed, added } = pairBy(schemas(old), schemas(next), ({ name }) => name);
  const [ours, theirs] = [old.readings('consumer', 'readOnly'), next.readings('consumer', 'readOnly')];
  return removed.flatMap(gone => {
    const twin = added.find(come =>
      alike(space, { node: gone.node, reading: ours }, { node: come.node, reading: theirs }),
    );
    if (!twin) return [];
    return [
      state('component-renamed', { name: `${gone.name} → ${twin.name}`, old: gone.node, next: twin.node }),
    ];
  });
}

/** A reference that dangles on one side only; where it dangles on both, nothing has changed. */
function compareMissing({ old, next }: Comparison): Fact[] {
  const targets = ({ document }: SideView): { ref: string; node: Node }[] =>
    document.missing.map(({ ref, file, pointer }) => ({ ref, node: { ...nodeIn(document, file), pointer } }));
  const { removed, added } = pairBy(targets(old), targets(next), ({ ref }) => ref);
  return [
    ...removed.map(({ ref, node }) =>
      state('reference-dangling', { name: ref, was: old.document.label, old: node, next: next.root }),
    ),
    ...added.map(({ ref, node }) =>
      state('reference-dangling', { name: ref, now: next.document.label, old: old.root, next: node }),
    ),
  ];
}

const nodeIn = (document: Document, file: string): Node => ({
  file,
  pointer: '',
  value: document.files.get(file)?.value ?? null,
  dialect: document.files.get(file)?.dialect ?? '3.1',
});

function compareInfo({ old, next }: Comparison): Fact[] {
  const texts = ['title', 'summary', 'description', 'termsOfService', 'contact', 'license'];
  const [ours, theirs] = [childNode(old.root, 'info'), childNode(next.root, 'info')];
  if (!ours || !theirs) return [];
  const hasChanged = texts.some(
    name => canonicalText(keyword(ours, name)) !== canonicalText(keyword(theirs, name)),
  );
  return hasChanged ? [state('text-changed', { name: 'info', old: ours, next: theirs })] : [];
}

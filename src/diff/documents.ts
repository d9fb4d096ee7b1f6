import { canonicalText, isArray } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { childEntries, childNode, childNodes, keyword } from '../json-schema/reading.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
import { pathShape } from '../openapi/path-shape.ts';
import type { Document } from '../source/index.ts';
import { dialectNamed } from '../vocabulary/dialects.ts';
import type { StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import { compareComponents, type OutOfReach } from './components.ts';
import { pairBy, serverUrl } from './pair.ts';
import { compareSchemes } from './security.ts';
import type { SideView } from './sides.ts';
import { type Statement, statedChange } from './stated-change.ts';

/** What the documents say outside their operations. */
export function compareDocuments(
  comparison: Comparison,
  both: readonly (readonly [ComparableOperation, ComparableOperation])[],
  beyond: OutOfReach,
): StatedChange[] {
  return [
    ...compareServers(comparison, both),
    ...compareComponents(comparison, beyond),
    ...compareSchemes(comparison),
    ...compareMissing(comparison),
    ...compareInfo(comparison),
  ];
}

function compareServers(
  { old, next }: Comparison,
  both: readonly (readonly [ComparableOperation, ComparableOperation])[],
): StatedChange[] {
  const hasMoved = both.some(
    ([before, after]) =>
      !before.isOutbound && before.pathNames.length >= 0 && pathShape(before.path) !== pathShape(after.path),
  );
  const named = (nodes: readonly Node[]): Server[] =>
    nodes.map(node => ({ url: address(serverUrl(node.value), hasMoved), node }));
  const shared = ({ root }: SideView): Server[] => named(childNodes(root, 'servers'));
  return [
    ...compareServerLists(besideUsual(shared(old), shared(next)), besideUsual(shared(next), shared(old)), {
      old: old.root,
      next: next.root,
    }),
    ...both.flatMap(([before, after]) => {
      if (before.areServersShared && after.areServersShared) return [];
      const about = { locus: { operation: after.label }, old: before.node, next: after.node };
      return compareServerLists(named(before.servers), named(after.servers), about);
    }),
  ];
}

/** Servers, without one at `/` where the other document names none, as that is where they are then (OpenAPI 3.1.0, 4.8.1.1). */
const besideUsual = (servers: readonly Server[], others: readonly Server[]): readonly Server[] =>
  others.length === 0 && servers.every(({ url }) => url === '/') ? [] : servers;

interface Server {
  readonly url: string;
  readonly node: Node;
}

function compareServerLists(
  olds: readonly Server[],
  nexts: readonly Server[],
  about: Omit<Statement, 'name'>,
): StatedChange[] {
  const { both, removed, added } = pairBy(olds, nexts, ({ url }) => url);
  return [
    ...removed.map(({ url, node }) => statedChange('server-removed', { ...about, name: url, old: node })),
    ...added.map(({ url, node }) => statedChange('server-added', { ...about, name: url, next: node })),
    ...both.flatMap(([one, other]) => {
      const place = { ...about, name: one.url, old: one.node, next: other.node };
      const words = ['name', 'description'].some(
        name => keyword(one.node, name) !== keyword(other.node, name),
      );
      return [
        ...compareVariables(place),
        ...(words ? [statedChange('text-changed', { ...place, covers: ['name', 'description'] })] : []),
      ];
    }),
  ];
}

/** Variables of a server: the values that each may have, all where it lists none (OpenAPI 3.1.0, 4.8.6). */
function compareVariables(place: Statement): StatedChange[] {
  const [before, after] = [place.old, place.next].map(node => new Map(childEntries(node, 'variables')));
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].flatMap(name => {
    const [one, other] = [before?.get(name), after?.get(name)];
    const say = (node: Node | undefined): string | undefined => {
      const listed = node && keyword(node, 'enum');
      return isArray(listed) ? `${name}: ${listed.map(String).sort().join(', ')}` : node && name;
    };
    const [was, now] = [say(one), say(other)];
    const words = one && other && keyword(one, 'description') !== keyword(other, 'description');
    return [
      ...(was === now
        ? []
        : [statedChange('server-variable-changed', { ...place, was, now, covers: ['variables'] })]),
      ...(words
        ? [statedChange('text-changed', { ...place, name: `${place.name} ${name}`, covers: ['variables'] })]
        : []),
    ];
  });
}

/** Where a prefix moved between servers and paths, only the host of a server says something. */
const address = (url: string, hasMoved: boolean): string => {
  // Scheme and host have no case (RFC 3986, section 6.2.2.1).
  const spelled = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, start => start.toLowerCase());
  const trimmed = spelled === '/' ? spelled : spelled.replace(/\/+$/, '');
  return hasMoved ? (/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(trimmed)?.[0] ?? '') : trimmed;
};

/**
 * A reference that leads nowhere, on one side or on both: what should stand there cannot be compared. So with one that
 * comes back to itself on both, behind which there is nothing.
 */
function compareMissing({ old, next }: Comparison): StatedChange[] {
  const targets = ({ document }: SideView) =>
    document.missing
      .filter(({ isRepeat }) => !isRepeat)
      .map(({ ref, file, pointer, reason }) => ({
        ref,
        node: { ...nodeIn(document, file), pointer },
        isCircle: reason === 'circle',
      }));
  const { both, removed, added } = pairBy(targets(old), targets(next), ({ ref }) => ref);
  return [
    ...both.flatMap(([before, after]) => {
      const isCircle = before.isCircle && after.isCircle;
      // A document beside itself has the same behind every reference, found or not.
      if (!isCircle && old.document.label === next.document.label) return [];
      const about = { name: before.ref, old: before.node, next: after.node };
      return [statedChange(isCircle ? 'reference-circular' : 'reference-unresolved', about)];
    }),
    ...removed.map(({ ref, node }) =>
      statedChange('reference-dangling', { name: ref, was: old.document.label, old: node, next: next.root }),
    ),
    ...added.map(({ ref, node }) =>
      statedChange('reference-dangling', { name: ref, now: next.document.label, old: old.root, next: node }),
    ),
  ];
}

const nodeIn = (document: Document, file: string): Node => ({
  file,
  pointer: '',
  value: document.files.get(file)?.value ?? null,
  dialect: document.files.get(file)?.dialect ?? '3.1',
});

function compareInfo({ old, next }: Comparison): StatedChange[] {
  const texts = ['title', 'summary', 'description', 'termsOfService', 'contact', 'license'];
  const [before, after] = [childNode(old.root, 'info'), childNode(next.root, 'info')];
  if (!before || !after) return [];
  const differs = (one: Node, other: Node, names: readonly string[]): boolean =>
    names.some(name => canonicalText(keyword(one, name)) !== canonicalText(keyword(other, name)));
  const facts: StatedChange[] = [];
  if (differs(before, after, texts))
    facts.push(statedChange('text-changed', { name: 'info', old: before, next: after }));
  for (const name of ['tags', 'externalDocs'])
    if (differs(old.root, next.root, [name]))
      facts.push(statedChange('text-changed', { name, old: old.root, next: next.root, covers: [name] }));
  const [was, now] = [old, next].map(({ root }) => dialectNamed(keyword(root, 'jsonSchemaDialect')));
  // In 3.0 no schema can say which dialect it is in.
  const hasDialects = [old, next].every(({ document }) => !document.version.startsWith('3.0'));
  if (was !== now && hasDialects)
    facts.push(
      statedChange('dialect-changed', {
        name: 'jsonSchemaDialect',
        was,
        now,
        old: old.root,
        next: next.root,
        covers: ['jsonSchemaDialect'],
      }),
    );
  return facts;
}

import type { Finding, Locus, SourceLocation } from '../../core/finding.ts';
import { grouped } from '../../core/group.ts';
import { canonicalText, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, parent, tokens } from '../../core/pointer.ts';
import { childOf } from '../../source/index.ts';
import { idOf, itemsOf, membersOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { partsOf, propertiesOf } from '../topics/schemas.ts';
import type { PlacedFinding } from './placed-findings.ts';

/** What findings have in common that are mended together, by fingerprint; a finding that stands alone has none. */
export type Causes = ReadonlyMap<string, string>;

/** An example breaks a rule of its schema: what breaks the same rule of the same schema has the same cause. */
export function causesOf(api: Api, placed: readonly PlacedFinding[]): Causes {
  const about = placed.filter(({ finding }) => /^oas-valid-.*-examples$/.test(finding.rule));
  if (about.length === 0) return new Map();
  const schemas = schemasOfExamples(api);
  return new Map(
    about.flatMap(({ finding: { rule, args, fingerprint, new: at } }) => {
      const schema = at && schemaBehind(api, schemas, at);
      return schema
        ? [[fingerprint, canonicalText([rule, args as Json, schema.file, schema.pointer])] as const]
        : [];
    }),
  );
}

/** One finding for each cause, at its first place; the others stand in `also`. */
export function oncePerCause(findings: readonly Finding[], causes: Causes): Finding[] {
  const groups = grouped(
    findings.map(finding => {
      const { fingerprint, severity } = finding;
      return [`${severity} ${causes.get(fingerprint) ?? fingerprint}`, finding] as const;
    }),
  );
  return [...groups.values()].map(([first, ...more]) =>
    more.length === 0
      ? first
      : { ...first, affects: reachOf([first, ...more]), also: more.flatMap(({ new: at }) => at ?? []) },
  );
}

const reachOf = (findings: readonly Finding[]): Locus[] => [
  ...new Map(
    findings.flatMap(({ affects }) => affects.map(locus => [canonicalText(locus as Json), locus] as const)),
  ).values(),
];

type Schemas = ReadonlyMap<string, Node>;

/** The schemas of examples of media types, parameters and headers, by the place of the example's value. */
function schemasOfExamples(api: Api): Schemas {
  const holders = api.operations.flatMap(({ parameters, requestContent, responses }) => [
    ...parameters,
    ...[...parameters, ...responses.flatMap(({ headerList }) => headerList)].flatMap(
      ({ content }) => content,
    ),
    ...requestContent,
    ...responses.flatMap(({ content, headerList }) => [...content, ...headerList]),
  ]);
  return new Map(
    holders.flatMap(({ node, schema }) => {
      if (!schema) return [];
      const named = membersOf(childOf(node, 'examples')).flatMap(([, entry]) => api.resolve(entry) ?? []);
      return [
        [idOf({ ...node, pointer: join(node.pointer, 'example') }), schema] as const,
        ...named.map(
          ({ file, pointer }) => [idOf({ file, pointer: join(pointer, 'value') }), schema] as const,
        ),
      ];
    }),
  );
}

function schemaBehind(api: Api, schemas: Schemas, { file, pointer }: SourceLocation): Node | undefined {
  for (let at = pointer; at !== ''; at = parent(at)) {
    const schema = schemas.get(idOf({ file, pointer: at }));
    if (schema) return schemaAt(api, schema, tokens(pointer.slice(at.length)));
  }
  return undefined;
}

/** The schema of a part of a value: of an attribute, or of an item of a list. */
function schemaAt(api: Api, schema: Node | undefined, path: readonly string[]): Node | undefined {
  const node = schema && api.resolve(schema);
  const [token, ...below] = path;
  if (!node || token === undefined) return node;
  return schemaAt(api, propertiesOf(api, node).get(token) ?? itemOf(api, node, token), below);
}

function itemOf(api: Api, list: Node, token: string): Node | undefined {
  if (!/^\d+$/.test(token)) return undefined;
  for (const part of partsOf(api, list)) {
    const item = itemsOf(childOf(part, 'prefixItems'))[Number(token)] ?? childOf(part, 'items');
    if (item) return item;
  }
  return undefined;
}

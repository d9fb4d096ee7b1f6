import { isObject, type Json, type JsonObject } from '../core/json.ts';

/** The root in the order in which people read it; extensions stand where the `x-` is. */
const ROOT_ORDER = [
  ...['openapi', '$self', 'jsonSchemaDialect', 'info', 'externalDocs', 'x-', 'servers', 'tags'],
  ...['x-tagGroups', 'security', 'paths', 'webhooks', 'x-webhooks', 'components'],
];

const rankOf = (key: string): number => {
  const rank = ROOT_ORDER.indexOf(key);
  if (rank >= 0) return rank;
  return key.startsWith('x-') ? ROOT_ORDER.indexOf('x-') : ROOT_ORDER.length;
};

/**
 * One order for one content: root fields as listed, components by section and name, everything else as written.
 * Sections of components without a member fall away.
 */
export function inOrder(value: JsonObject): JsonObject {
  const entries = Object.entries(value).sort(([a], [b]) => rankOf(a) - rankOf(b));
  return Object.fromEntries(
    entries.flatMap(([key, child]) => {
      if (key !== 'components' || !isObject(child)) return [[key, child]];
      const sections = sortComponents(child);
      return isEmpty(sections) ? [] : [[key, sections]];
    }),
  );
}

function sortComponents(components: JsonObject): JsonObject {
  const sections = byName(components).map(
    ([section, members]) =>
      [section, isObject(members) ? Object.fromEntries(byName(members)) : members] as const,
  );
  return Object.fromEntries(sections.filter(([, members]) => !isObject(members) || !isEmpty(members)));
}

const isEmpty = (value: JsonObject): boolean => Object.keys(value).length === 0;

const byName = (value: JsonObject): [string, Json | undefined][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

import { nameAt } from '../engine/place.ts';
import type { VisitorCheck } from '../rule.ts';

export const checkTrailingSlashes: VisitorCheck = ({ report }) => ({
  PathItem(_, { key, rawLocation }) {
    if (String(key).endsWith('/') && key !== '/') report(rawLocation, nameAt(rawLocation));
  },
});

export const checkEmptyPlaceholders: VisitorCheck = ({ report }) => ({
  PathItem(_, { key, location }) {
    if (String(key).includes('{}')) report(location, nameAt(location));
  },
});

export const checkQueriesInPaths: VisitorCheck = ({ report }) => ({
  Paths: {
    PathItem(_, { key, location }) {
      if (String(key).includes('?')) report(location, nameAt(location));
    },
  },
});

/** Paths that differ in the names of their parameters alone (OpenAPI 3.1.1, section 4.8.8): told at each after the first. */
export const checkIdenticalPaths: VisitorCheck = ({ report }) => ({
  Paths(paths, { location }) {
    const seen = new Set<string>();
    for (const path of Object.keys(paths)) {
      const plain = path.replace(/{.+?}/g, '{}');
      if (seen.has(plain)) report(location.child(path), { name: path });
      seen.add(plain);
    }
  },
});

/** Paths that one request may match, with as many parameters each (OpenAPI 3.1.1, section 4.8.8.1). */
export const checkAmbiguousPaths: VisitorCheck = ({ report }) => ({
  Paths(paths, { location }) {
    const seen: (string | undefined)[][] = [];
    for (const path of Object.keys(paths)) {
      const segments = path.split('/').map(segment => (/^{.+?}$/.test(segment) ? undefined : segment));
      if (seen.some(other => isAmbiguous(segments, other))) report(location.child(path), { name: path });
      seen.push(segments);
    }
  },
});

type Segments = readonly (string | undefined)[];

const isAmbiguous = (one: Segments, other: Segments): boolean =>
  one.length === other.length &&
  placeholdersOf(one) === placeholdersOf(other) &&
  one.every((segment, index) => {
    const beside = other[index];
    return segment === undefined || beside === undefined || segment === beside;
  });

const placeholdersOf = (segments: Segments): number =>
  segments.filter(segment => segment === undefined).length;

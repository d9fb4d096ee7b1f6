import { nameAt } from '../engine/place.ts';
import { isReference } from '../engine/typed-walk.ts';
import type { VisitorCheck } from '../rule.ts';

/** The objects in whose place OpenAPI allows a reference; a Media Type Object since 3.2 (OpenAPI 3.2.0, section 4.7.1). */
const REPLACEABLE = new Set(
  'Schema Response Parameter RequestBody Example Header SecurityScheme Link Callback PathItem'.split(' '),
);

export const checkReferencePlaces: VisitorCheck = ({ document, report }) => ({
  any(_, { type, written, rawLocation }) {
    if (!isReference(written.value) || REPLACEABLE.has(type.name)) return;
    if (type.name === 'MediaType' && document.version.startsWith('3.2')) return;
    report(rawLocation.child('$ref'), { name: '$ref' });
  },
});

/** What may stand beside a reference since 3.1 (OpenAPI 3.1.0, section 4.8.23); in a schema anything may. */
const BESIDE = new Set(['$ref', 'summary', 'description']);

export const checkReferenceSiblings: VisitorCheck = ({ document, report }) => {
  const is30 = document.version.startsWith('3.0');
  return {
    ref: {
      leave(reference, { location, type }) {
        if (type.name === 'PathItem' || (!is30 && type.name === 'Schema')) return;
        for (const name of Object.keys(reference)) {
          if (is30 ? name === '$ref' : BESIDE.has(name)) continue;
          const place = location.child(name);
          report(place, nameAt(place));
        }
      },
    },
  };
};

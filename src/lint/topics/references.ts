import type { Args } from '../../core/text.ts';
import { nameAt } from '../engine/place.ts';
import { typeByPlace } from '../engine/place-types.ts';
import { isReference } from '../engine/typed-walk.ts';
import type { VisitorCheck } from '../rule.ts';

/** The objects in whose place OpenAPI allows a reference; a Media Type Object since 3.2 (OpenAPI 3.2.0, section 4.7.1). */
const REPLACEABLE = new Set(
  'Schema Response Parameter RequestBody Example Header SecurityScheme Link Callback PathItem'.split(' '),
);

/** What `$ref` means in an extension, its author decides; in place of a plain value it is of another type than that. */
const OF_OTHERS = new Set(['SpecExtension', 'scalar']);

export const checkReferencePlaces: VisitorCheck = ({ document, report }) => ({
  any(_, { type, written, rawLocation }) {
    if (!isReference(written.value) || REPLACEABLE.has(type.name) || type.name === 'SpecExtension') return;
    if (type.name === 'MediaType' && document.version.startsWith('3.2')) return;
    report(rawLocation.child('$ref'), { name: '$ref' });
  },
});

/** A reference to what is another object by its place: an answer that refers to a schema, a schema to a parameter. */
export const checkReferredTypes: VisitorCheck = ({ api, report }) => ({
  ref({ $ref }, at) {
    const { type, location, within } = at;
    if (OF_OTHERS.has(type.name)) return;
    const target = api.follow(api.nodeAt(location, at.written.value));
    const own = target && typeByPlace(at, target.file, target.pointer);
    if (!own || own.name === type.name) return;
    // In a mapping the reference is the text itself.
    const isText = within?.type.name === 'Discriminator' || within?.type.name === 'DiscriminatorMapping';
    const name = isText ? String(at.key) : '$ref';
    report(isText ? location : location.child('$ref'), {
      name,
      ...departure(String($ref), type.name, own.name),
    });
  },
});

function departure(ref: string, expected: string, found: string): Args {
  const [wanted, own] = [objectName(expected), objectName(found)];
  return {
    uitleg: `hier hoort ${wanted ? `een ${wanted}` : 'iets anders'}, en '${ref}' is ${own ? `een ${own}` : 'dat niet'}.`,
    detail: `${wanted ? `a ${wanted}` : 'something else'} belongs here, and '${ref}' is ${own ? `a ${own}` : 'none'}.`,
  };
}

/** As OpenAPI writes it: `Request Body Object`; nothing for a map or a list of objects, for which it has no name. */
const objectName = (type: string): string | undefined =>
  REPLACEABLE.has(type) || type === 'MediaType'
    ? `${type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')} Object`
    : undefined;

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

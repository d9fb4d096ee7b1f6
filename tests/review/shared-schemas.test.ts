import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/core/change.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf } from '../../src/source/index.ts';

type Part = Readonly<Record<string, unknown>>;

const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });

const json = (schema: Part): Part => ({ content: { 'application/json': { schema } } });

const object = (properties: Part, more: Part = {}): Part => ({ type: 'object', properties, ...more });

const TEXT = { type: 'string', maxLength: 9 };

const FORMS = ['Persoon', 'Bedrijf', 'Groep'];

/** Each form has members of its own behind an attribute that all forms have. */
const form = (name: string): Part =>
  object({ soort: { const: name }, gegevens: ref(`${name}Gegevens`) }, { required: ['soort'] });

const SCHEMAS: Part = {
  AardEnum: { type: 'string', description: 'De aard.', enum: ['open', 'dicht'] },
  Rol: { type: 'object', description: 'Een rol.', oneOf: FORMS.slice(0, 2).map(ref) },
  ...Object.fromEntries(FORMS.map(name => [name, form(name)])),
  ...Object.fromEntries(FORMS.map(name => [`${name}Gegevens`, object({ [`naam${name}`]: TEXT })])),
  Status: object({ aard: ref('AardEnum'), _expand: ref('StatusExpand') }),
  StatusExpand: object({ gezetdoor: ref('Rol') }),
  Zaak: object({ soort: ref('AardEnum'), rollen: { type: 'array', items: ref('Rol') } }),
};

const documentWith = (schemas: Part) =>
  documentOf('a', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      paths: {
        '/rollen': {
          post: {
            requestBody: { required: true, ...json(ref('Rol')) },
            responses: { 201: { description: 'x', ...json(ref('Rol')) } },
          },
        },
        '/statussen': {
          get: {
            parameters: [{ name: 'aard', in: 'query', schema: ref('AardEnum') }],
            responses: { 200: { description: 'x', ...json(ref('Status')) } },
          },
        },
        '/zaken': { get: { responses: { 200: { description: 'x', ...json(ref('Zaak')) } } } },
      },
      components: { schemas },
    }),
  });

const changesOf = (edits: Part): readonly Change[] =>
  compareInFull(
    documentWith(SCHEMAS),
    documentWith({
      ...SCHEMAS,
      ...Object.fromEntries(
        Object.entries(edits).map(([name, edit]) => [
          name,
          { ...(SCHEMAS[name] as Part), ...(edit as Part) },
        ]),
      ),
    }),
  ).changes ?? [];

const subjects = (changes: readonly Change[]): string[] => [
  ...new Set(changes.map(({ subject }) => subject.nl)),
];

describe('what several places share', () => {
  it.each([
    ['Rol', 'a form that comes', { oneOf: FORMS.map(ref) }],
    ['Rol', 'a form that goes', { oneOf: [ref('Persoon')] }],
    ['Rol', 'a text', { description: 'Een rol bij een zaak.' }],
    ['Rol', 'a number of members', { minProperties: 2 }],
    ['AardEnum', 'a text', { description: 'Hoe de zaak ervoor staat.' }],
    ['AardEnum', 'a text for a value', { 'x-enumDescriptions': { open: 'Nog bezig.' } }],
    ['AardEnum', 'a value that comes', { enum: ['open', 'dicht', 'half'] }],
    ['AardEnum', 'a value that goes', { enum: ['open'] }],
    ['AardEnum', 'a value and a text', { enum: ['open'], description: 'Hoe het ervoor staat.' }],
  ])('%s: %s is one change, by the name of what is shared', (name, _, edit) => {
    const changes = changesOf({ [name]: edit });
    expect(subjects(changes)).toEqual([name]);
    expect(changes).toHaveLength(1);
  });

  it('of two that change alike, each is named or counted', () => {
    const changes = changesOf({ AardEnum: { description: 'Anders.' }, Rol: { description: 'Anders.' } });
    expect(changes.map(({ subject }) => subject.nl).join()).toMatch(/AardEnum|Rol/);
    expect(changes.flatMap(({ subject }) => subject.nl.match(/·/g) ?? [])).toEqual([]);
  });

  it.each(FORMS.slice(0, 2))('a member of one form is of that form: %s', name => {
    const changes = changesOf({
      [`${name}Gegevens`]: { properties: { [`naam${name}`]: { type: 'string', maxLength: 5 } } },
    });
    expect(subjects(changes)).toEqual([`${name}Gegevens · naam${name}`]);
  });
});

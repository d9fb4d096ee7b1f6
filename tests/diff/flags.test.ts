import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import {
  compareDocuments,
  content,
  header,
  I,
  lines,
  O,
  operation,
  parameter,
  request,
  response,
  S,
} from './documents.ts';

const found = (old: JsonObject, next: JsonObject): string[] => lines(compareDocuments(old, next));

/** The half of a condition that counts where it holds; the word by itself makes a thing that waits look like a promise. */
const holding = (half: JsonObject): JsonObject => Object.fromEntries([['then', half]]);

/** Ways to ask for `b` in a schema that has `a`, which every message here sends. */
const DEMANDS: Readonly<Record<string, JsonObject>> = {
  required: { required: ['a', 'b'] },
  'required in a part': { required: ['a'], allOf: [{ required: ['b'] }] },
  'required in a branch': { required: ['a'], anyOf: [{ required: ['b'] }, { properties: { a: I } }] },
  dependentRequired: { required: ['a'], dependentRequired: { a: ['b'] } },
  dependentSchemas: { required: ['a'], dependentSchemas: { a: { required: ['b'] } } },
  'then, where if holds': { required: ['a'], if: { required: ['a'] }, ...holding({ required: ['b'] }) },
};

describe.each(Object.entries(DEMANDS))('C2: what a flag hides is asked of nobody: %s', (_, demand) => {
  const schema = (flag: JsonObject): JsonObject => O({ a: S, b: { ...S, ...flag } }, undefined, demand);
  const sentBy = { request: [request, 'readOnly'], response: [response, 'writeOnly'] } as const;

  it.each(['request', 'response'] as const)('lifted, it breaks whoever did not send it: %s', kind => {
    const [place, flag] = sentBy[kind];
    const [hidden, shown] = [place(schema({ [flag]: true })), place(schema({}))];
    const broken = kind === 'request' ? /: breaking \w+ witness/ : /: \w+ breaking (safe|assumed|witness)/;
    expect(found(hidden, shown).join()).toMatch(broken);
    const other = kind === 'request' ? /: \w+ breaking / : /: breaking \w+ witness/;
    expect(found(shown, hidden).join()).toMatch(other);
  });

  it('says nothing of a name that is hidden in both', () => {
    const bare = request(O({ a: S, b: { ...S, readOnly: true } }, ['a']));
    const asked = request(schema({ readOnly: true }));
    expect(found(bare, asked).filter(line => !/: (info|none) (info|none) /.test(line))).toEqual([]);
    expect(found(asked, bare).filter(line => !/: (info|none) (info|none) /.test(line))).toEqual([]);
  });
});

/** Schemas of a whole part of a message, which is no property of anything. */
const WHOLES: Readonly<Record<string, (schema: JsonObject) => JsonObject>> = {
  'a body': schema => request(schema),
  'a body behind a reference': schema => request({ $ref: '#/components/schemas/A' }, { A: schema }),
  'an answer': schema => response(schema),
  'a parameter': schema => parameter(schema),
  'a parameter that is required': schema => parameter(schema, { required: true }),
  'a parameter with a media type': schema =>
    operation({ parameters: [{ name: 'p', in: 'query', ...content(schema) }] }),
  'a header': schema => header(schema, { required: true }),
  'an item': schema => request({ type: 'array', items: schema }),
};

describe.each(Object.entries(WHOLES))('C2: a flag means nothing on %s', (_, at) => {
  it.each(['readOnly', 'writeOnly'])('where %s comes or goes', flag => {
    const [plain, flagged] = [at(S), at({ ...S, [flag]: true })];
    for (const report of [compareDocuments(plain, flagged), compareDocuments(flagged, plain)]) {
      expect(lines(report)).toEqual([]);
      expect(report.equivalent).toHaveLength(1);
    }
  });

  it.each(['readOnly', 'writeOnly'])('and %s hides no change beside it', flag => {
    const [old, next] = [at({ type: 'boolean', [flag]: true }), at({ ...I, [flag]: true })];
    expect(found(old, next).join()).toMatch(/^type-changed \S+: breaking breaking witness$/);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/core/json.ts';
import { untouchedIn } from '../../src/diff/untouched.ts';
import { documentOf, resolver, rootNode } from '../../src/source/index.ts';
import { childEntries, childNode } from '../../src/vocabulary/tree.ts';

const to = (name: string): Json => ({ properties: { to: { $ref: `#/components/schemas/${name}` } } });
const across = (name: string): Json => ({ items: { $ref: `other.json#/${name}` } });

/** A document of two files, in which one text differs from version to version in each of them. */
function version(text: string) {
  const schemas: { readonly [name: string]: Json } = {
    changed: { description: text },
    toChanged: to('changed'),
    toToChanged: to('toChanged'),
    same: { type: 'string', enum: ['a', 'b'] },
    toSame: to('same'),
    circle: to('circleToo'),
    circleToo: to('circle'),
    touchedCircle: to('touchedCircleToo'),
    touchedCircleToo: { allOf: [to('touchedCircle'), to('changed')] },
    nowhere: to('nobody'),
    acrossToSame: across('same'),
    acrossToChanged: across('changed'),
    acrossAndBack: across('back'),
    ...(text === 'new' ? { added: to('same') } : { removed: to('same') }),
  };
  const other = {
    same: { maxLength: 3 },
    changed: { title: text },
    back: { $ref: 'api.json#/components/schemas/toChanged' },
  };
  const document = documentOf(text, {
    'api.json': JSON.stringify({ openapi: '3.1.0', info: {}, paths: {}, components: { schemas } }),
    'other.json': JSON.stringify(other),
  });
  return { root: rootNode(document), resolve: resolver(document) };
}

describe('what is untouched', () => {
  it('is what is the same at the same place with all that it refers to, in this file and others', () => {
    const [old, next] = [version('old'), version('new')];
    const { isUntouched } = untouchedIn(old, next, false);
    const components = (side: typeof old) => childNode(side.root, 'components') ?? side.root;
    const after = new Map(childEntries(components(next), 'schemas'));
    const both = childEntries(components(old), 'schemas').flatMap(([name, node]) => {
      const match = after.get(name);
      return match ? [{ name, node, match }] : [];
    });
    const names = both.filter(({ node, match }) => isUntouched(node, match)).map(({ name }) => name);
    expect(names).toEqual(['same', 'toSame', 'circle', 'circleToo', 'acrossToSame']);
    expect(both.filter(({ node, match }) => isUntouched(match, node)).map(({ name }) => name)).toEqual(names);
    expect(isUntouched(old.root, next.root)).toBe(false);
  });

  it('is found where one document is a file and the other is many', () => {
    const [old, next] = [inOneFile('old'), inManyFiles('new')];
    const { isUntouched } = untouchedIn(old, next, true);
    const names = Object.keys(schemas('old', inside)).filter(name => {
      const [one, other] = [inside(name), `schemas/${name}.json`].map((ref, index) =>
        (index === 0 ? old : next).resolve({ ...(index === 0 ? old : next).root, value: { $ref: ref } }),
      );
      return one && other && isUntouched(one, other);
    });
    expect(names).toEqual(['same', 'toSame', 'circle', 'circleToo', 'inlined']);
  });
});

const inside = (name: string): string => `#/components/schemas/${name}`;

/** Schemas that refer to each other, of which one has another text in another version. */
const schemas = (text: string, refTo: (name: string) => string): { readonly [name: string]: Json } => {
  const member = (name: string): Json => ({ properties: { to: { $ref: refTo(name) } } });
  return {
    changed: { description: text },
    toChanged: member('changed'),
    same: { type: 'string', enum: ['a', 'b'] },
    toSame: member('same'),
    circle: member('circleToo'),
    circleToo: member('circle'),
    touchedCircle: member('touchedCircleToo'),
    touchedCircleToo: { allOf: [member('touchedCircle'), member('changed')] },
    // Here a name selects a branch, and there a reference is a text.
    choice: { discriminator: { propertyName: 'kind' }, oneOf: [{ $ref: refTo('same') }] },
    shown: { example: { $ref: refTo('same') } },
    inlined: { items: text === 'old' ? { type: 'string', enum: ['a', 'b'] } : { $ref: refTo('same') } },
  };
};

const bodies = (refTo: (name: string) => string): Json =>
  Object.fromEntries(
    Object.keys(schemas('', inside)).map(name => [
      `/${name}`,
      { get: { responses: { 200: { content: { 'a/json': { schema: { $ref: refTo(name) } } } } } } },
    ]),
  );

function inOneFile(text: string) {
  const paths = bodies(inside);
  const whole = { openapi: '3.1.0', info: {}, paths, components: { schemas: schemas(text, inside) } };
  const document = documentOf(text, { 'api.json': JSON.stringify(whole) });
  return { root: rootNode(document), resolve: resolver(document) };
}

function inManyFiles(text: string) {
  const files = Object.entries(schemas(text, name => `./${name}.json`)).map(
    ([name, schema]) => [`schemas/${name}.json`, JSON.stringify(schema)] as const,
  );
  const paths = bodies(name => `schemas/${name}.json`);
  const document = documentOf(text, {
    'api.json': JSON.stringify({ openapi: '3.1.0', info: {}, paths }),
    ...Object.fromEntries(files),
  });
  return { root: rootNode(document), resolve: resolver(document) };
}

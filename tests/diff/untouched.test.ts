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
    const isUntouched = untouchedIn(old, next);
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
});

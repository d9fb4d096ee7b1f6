import { describe, expect, it } from '@jest/globals';
import { isObject, type Json, type JsonObject, member } from '../../src/core/json.ts';
import { diff } from '../../src/diff/index.ts';
import { generateDocs } from '../../src/site/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { applyPatch } from './edit.ts';
import { EXAMPLE } from './example-document.ts';

type Files = ReadonlyMap<string, string>;

/** Pages that tell of one thing; the others list what stands on these. */
const TELLS = /^(resources|types|operations)\//;

/** What a page says of its own: not what leads to it, which changes where that changes. */
const saidOn = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<h2[^>]*>[^<]*<\/h2>\s*<p class="users">.*?<\/p>/s, '');

/** The pages that say something else, or that only one of two sites has. */
function pagesThatDiffer(old: Files, next: Files): readonly string[] {
  const names = [...new Set([...old.keys(), ...next.keys()])].filter(name => TELLS.test(name));
  return names.filter(name => saidOn(old.get(name) ?? '') !== saidOn(next.get(name) ?? '')).sort();
}

/** The pages on which a site tells that something changed since a version. */
async function pagesWithMarks(next: JsonObject, bundled: JsonObject): Promise<readonly string[]> {
  const files = await generateDocs(next, { versions: [{ name: '2.0.0-alpha.0', bundled }] });
  const text = files.get('assets/changes-2.0.0-alpha.0.js') ?? '';
  const { pages } = JSON.parse(text.slice(text.indexOf('{'), -2)) as {
    readonly pages: Record<string, unknown>;
  };
  return Object.keys(pages)
    .filter(name => TELLS.test(name))
    .sort();
}

type Edit = readonly [path: readonly string[], value: Json | undefined];

/** Every attribute of a named schema with another text, and taken away. */
function editsOf({ components }: JsonObject): readonly Edit[] {
  const schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  return Object.entries(schemas).flatMap(([schema, described]) => {
    const properties = member(described, 'properties');
    return Object.entries(isObject(properties) ? properties : {}).flatMap(([name, value]): Edit[] => {
      const path = ['components', 'schemas', schema, 'properties', name];
      const without: Edit = [path, undefined];
      const isOwn = isObject(value) && value.$ref === undefined;
      return isOwn ? [[[...path, 'description'], 'Iets anders.'], without] : [without];
    });
  });
}

const EDITS = editsOf(EXAMPLE);
const plain = await generateDocs(EXAMPLE);
const documentWith = (value: JsonObject) =>
  documentOf('openapi.json', { 'openapi.json': JSON.stringify(value) });

describe('what changed stands on the pages that say it, and on no other', () => {
  it('there are attributes to change', () => {
    expect(EDITS.length).toBeGreaterThan(20);
  });

  it.each(
    EDITS.map(edit => [`${edit[0].slice(2).join('.')} ${edit[1] === undefined ? 'goes' : 'changes'}`, edit]),
  )('%s', async (_, edit) => {
    const other = applyPatch(EXAMPLE, [edit as Edit]);
    const { findings } = diff(documentWith(EXAMPLE), documentWith(other));
    const differing = pagesThatDiffer(plain, await generateDocs(other));
    expect({ marked: await pagesWithMarks(other, EXAMPLE), isFound: findings.length > 0 }).toEqual({
      marked: differing,
      isFound: true,
    });
  });
});

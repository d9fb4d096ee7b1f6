import { describe, expect, it } from '@jest/globals';
import { generateDocs } from '../../src/site/index.ts';
import { applyPatch, type PatchStep } from './edit.ts';
import { EXAMPLE } from './example-document.ts';
import { problemsOf } from './site-problems.ts';

interface Shown {
  readonly version: string;
  readonly pages: Readonly<
    Record<
      string,
      {
        readonly marks: Readonly<Record<string, string>>;
        readonly removed: readonly { readonly anchor: string; readonly after: string }[];
      }
    >
  >;
}

/** A site of the example beside an older version of it, and every mark on its pages. */
async function comparedWith(steps: readonly PatchStep[], isOlder = true) {
  const other = applyPatch(EXAMPLE, steps);
  const [old, next] = isOlder ? [other, EXAMPLE] : [EXAMPLE, other];
  const files = await generateDocs(next, { versions: [{ name: '2.0.0-alpha.0', bundled: old }] });
  const text = files.get('assets/changes-2.0.0-alpha.0.js') ?? '';
  const { pages } = JSON.parse(text.slice(text.indexOf('{'), -2)) as Shown;
  const marks = Object.entries(pages).flatMap(([file, { marks: kinds, removed }]) => [
    ...Object.entries(kinds).map(([anchor, kind]) => `${kind} ${file}#${anchor}`),
    ...removed.map(({ anchor, after }) => `gone ${file}#${anchor} after ${after}`),
  ]);
  return { files, marks: marks.sort() };
}

const CORE = ['components', 'schemas', 'DossierKern', 'properties'];
const LIST = ['paths', '/dossiers', 'get', 'parameters'];
const SOORT = { $ref: '#/components/parameters/Soort' };
const PAGE = {
  name: 'page',
  in: 'query',
  required: true,
  schema: { type: 'integer', minimum: 1, example: 3 },
};
const OPERATION = ['paths', '/dossiers/{uuid}', 'get'];
const DOSSIERS = 'resources/dossiers.html';

describe('what changed since a version', () => {
  it.each<[string, PatchStep[], string[]]>([
    ['nothing', [], []],
    ['the description of the whole', [[['info', 'description'], 'Anders.']], []],
    ['an attribute that was not there', [[[...CORE, 'begin'], undefined]], [`new ${DOSSIERS}#Dossier.begin`]],
    [
      'an attribute with another type',
      [[[...CORE, 'begin'], { type: 'string' }]],
      [`changed ${DOSSIERS}#Dossier.begin`],
    ],
    [
      'an attribute with another bound',
      [[[...CORE, 'omschrijving', 'maxLength'], 80]],
      [`changed ${DOSSIERS}#Dossier.omschrijving`],
    ],
    [
      'an attribute with another description',
      [[[...CORE, 'omschrijving', 'description'], 'Anders.']],
      [`text ${DOSSIERS}#Dossier.omschrijving`],
    ],
    [
      'an attribute that was not required in a request',
      [
        [
          ['components', 'schemas', 'DossierRequest', 'required'],
          ['url', 'omschrijving'],
        ],
      ],
      [`changed ${DOSSIERS}#Dossier.geheim`],
    ],
    [
      'an attribute that is gone',
      [[[...CORE, 'deelnemers'], { type: 'integer' }]],
      [`gone ${DOSSIERS}#Dossier.deelnemers after Dossier.knoop.zelf`],
    ],
    [
      'an operation that was not there',
      [[OPERATION, undefined]],
      ['new errors.html#status-304', `new ${DOSSIERS}#dossier_retrieve`],
    ],
    [
      'an operation that answers with another status',
      [[[...OPERATION, 'responses', '304'], undefined]],
      [`changed ${DOSSIERS}#dossier_retrieve`, 'new errors.html#status-304'],
    ],
    [
      'an operation with another summary',
      [[[...OPERATION, 'summary'], 'Anders']],
      [`text ${DOSSIERS}#dossier_retrieve`],
    ],
    [
      'an operation that is gone',
      [
        [
          ['paths', '/dossiers/{uuid}', 'delete'],
          { operationId: 'dossier_destroy', tags: ['dossiers'], responses: {} },
        ],
      ],
      [`gone ${DOSSIERS}#dossier_destroy after dossier_partial_update.uuid`],
    ],
    ['a parameter that was not there', [[LIST, [SOORT]]], [`new ${DOSSIERS}#dossier_list.page`]],
    [
      'a parameter with another type',
      [[LIST, [SOORT, { ...PAGE, schema: { type: 'boolean' } }]]],
      [`changed ${DOSSIERS}#dossier_list.page`],
    ],
    [
      'a parameter with another text',
      [[LIST, [SOORT, { ...PAGE, description: 'Anders.' }]]],
      [`text ${DOSSIERS}#dossier_list.page`],
    ],
    [
      'a parameter that is gone',
      [[LIST, [SOORT, PAGE, { name: 'oud', in: 'query', schema: { type: 'string' } }]]],
      [`gone ${DOSSIERS}#dossier_list.oud after dossier_list.page`],
    ],
    [
      'a value of a code list that was not there',
      [[['components', 'schemas', 'SoortEnum', 'enum'], ['open']]],
      [
        `changed ${DOSSIERS}#Dossier.soort`,
        `changed ${DOSSIERS}#dossier_list.soort`,
        `changed types/SoortEnum.html#`,
        `new types/SoortEnum.html#SoortEnum.dicht`,
      ],
    ],
    [
      'a value of a code list that is gone',
      [
        [
          ['components', 'schemas', 'SoortEnum', 'enum'],
          ['open', 'half', 'dicht'],
        ],
      ],
      [
        `changed ${DOSSIERS}#Dossier.soort`,
        `changed ${DOSSIERS}#dossier_list.soort`,
        `changed types/SoortEnum.html#`,
        `gone types/SoortEnum.html#SoortEnum.half after SoortEnum.open`,
      ],
    ],
    [
      'the meaning of a value',
      [[['components', 'schemas', 'SoortEnum', 'x-enumDescriptions', 'open'], 'Anders.']],
      [
        `text ${DOSSIERS}#Dossier.soort`,
        `text ${DOSSIERS}#dossier_list.soort`,
        `text types/SoortEnum.html#`,
        `text types/SoortEnum.html#SoortEnum.open`,
      ],
    ],
    [
      'another proof of access',
      [[['paths', '/dossiers', 'post', 'security'], []]],
      [`changed ${DOSSIERS}#dossier_create`],
    ],
  ])('%s', async (_what, steps, expected) => {
    const { marks, files } = await comparedWith(steps);
    expect(marks).toEqual(expected);
    expect(problemsOf(files)).toEqual([]);
  });

  it('every address of the older version is still there, or told of as gone', async () => {
    const steps: PatchStep[] = [
      [[...CORE, 'omschrijving'], undefined],
      [OPERATION, undefined],
    ];
    const old = await generateDocs(EXAMPLE);
    const { marks, files } = await comparedWith(steps, false);
    const anchorsOf = (site: ReadonlyMap<string, string>): string[] =>
      [...site].flatMap(([file, page]) =>
        [...page.matchAll(/<(?:tr|section)[^>]* id="([^"]+)"/g)].map(([, id]) => `${file}#${id}`),
      );
    const now = new Set(anchorsOf(files));
    const gone = new Set(marks.map(mark => / (\S+#\S+) after/.exec(mark)?.[1]));
    const lost = anchorsOf(old).filter(place => !now.has(place));
    expect(lost.length).toBeGreaterThan(1);
    // A parameter has the address of its operation.
    const untold = lost.filter(place => !gone.has(place) && !gone.has(place.replace(/\.[^.]*$/, '')));
    expect(untold).toEqual([]);
  });

  it('says on the page of versions which there are, and lets no text of theirs become markup', async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const files = await generateDocs(EXAMPLE, {
      versions: [
        {
          name: hostile,
          bundled: applyPatch(EXAMPLE, [[[...CORE, hostile], { type: 'string' }]]),
          notes: hostile,
        },
        { name: '2.0.0-alpha.0', status: 'alfa', notes: 'De **eerste**.' },
      ],
    });
    expect(files.get('versions.html')).toContain('<strong>eerste</strong>');
    for (const [file, content] of files) {
      if (file.endsWith('.html')) expect(content).not.toContain('<img');
    }
    expect(problemsOf(files)).toEqual([]);
  });
});

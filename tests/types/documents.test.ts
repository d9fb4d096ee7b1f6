import { expect, it } from '@jest/globals';
import { sharedFiles } from '../corpus/corpus.ts';
import { type TypedDocument, typedDocument } from './typed-documents.ts';

const IS_DEEP = process.env.ZDS_DEEP === '1';

/** Every document that we have; without `npm run test:deep` a few of the small ones. */
function documents(): readonly string[] {
  const found = sharedFiles('corpus', 'foreign/dutch', 'foreign/pairs').filter(
    name => /openapi\.yaml$|dutch\/[^/]+$|\/new\.(json|ya?ml)$/.test(name) && /\.\w+$/.test(name),
  );
  return IS_DEEP
    ? found
    : found.filter(name => /nrc\/1\.0\.1|ac\/1\.1\.0|dangling|mijn-taken|ogcapi/.test(name));
}

const names = documents();

it.each(IS_DEEP ? ['catalogi', 'documenten', 'besluiten', 'autorisaties'] : ['autorisaties'])(
  'the types of %s in the standard lose no required name and demand no optional one',
  async api => {
    expect(wrongIn(await typedDocument('spec/openapi.yaml', { api }))).toEqual([]);
  },
  120_000,
);

const wrongIn = ({ errors, lost, demanded }: TypedDocument): readonly string[] => [
  ...errors,
  ...lost.map(name => `lost: ${name}`),
  ...demanded.map(name => `demanded: ${name}`),
];

if (names.length === 0) {
  it.skip('the types of documents of others: ../shared is not there', () => {});
  console.warn('tests/types: ../shared is not there, so the types of documents of others are not tried');
} else {
  it.each(names)(
    'the types of %s compile, or are refused with a place',
    async name => {
      const typed = await typedDocument(name);
      if (typed.refused === undefined) expect(wrongIn(typed)).toEqual([]);
      else expect(typed.refused).toMatch(/leads? nowhere\n.*:\d+:\d+: '/);
    },
    300_000,
  );
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const SCRIPT = new URL('../../scripts/site-pictures.mjs', import.meta.url).href;
const isDeep = Boolean(process.env.ZDS_DEEP) && existsSync('/usr/bin/chromium');
if (!isDeep)
  console.log('The pictures of the README are looked at again in test:deep (ZDS_DEEP=1), with Chromium.');

const seen: unknown = JSON.parse(readFileSync(path.join(root, 'docs/pictures/seen.json'), 'utf8'));

it('the README shows each picture that the script makes', async () => {
  const { PICTURES } = (await import(SCRIPT)) as { PICTURES: { name: string }[] };
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const names = PICTURES.map(({ name }) => name);
  expect(names.filter(name => !readme.includes(`docs/pictures/${name}.png`))).toEqual([]);
  expect(Object.keys(seen as object)).toEqual(names);
});

(isDeep ? it : it.skip)(
  'the pages of today show what the pictures show',
  async () => {
    const { lookAt, picturedPages } = (await import(SCRIPT)) as {
      lookAt: (files: ReadonlyMap<string, string>) => Promise<unknown>;
      picturedPages: () => Promise<ReadonlyMap<string, string>>;
    };
    expect(await lookAt(await picturedPages())).toEqual(seen);
  },
  300_000,
);

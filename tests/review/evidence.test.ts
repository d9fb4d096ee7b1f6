import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compareInFull } from '../../src/review/comparison.ts';
import { read } from '../../src/source/index.ts';
import { brokenEvidence } from './evidence-law.ts';

const CORPUS = path.resolve('../shared/corpus');

/** Versions that follow each other, there and back. */
const ALL = [
  ['catalogi/ztc/1.2.x/1.2.1', 'catalogi/ztc/1.3.x/1.3.1'],
  ['catalogi/ztc/1.3.x/1.3.1', 'catalogi/ztc/1.3.x/1.3.2'],
  ['catalogi/ztc/1.3.x/1.3.2', 'catalogi/ztc/1.3.x/1.3.3'],
  ['catalogi/ztc/1.3.x/1.3.3', 'catalogi/ztc/1.4.x/1.4.0'],
  ['documenten/drc/1.3.x/1.3.2', 'documenten/drc/1.4.x/1.4.3'],
  ['documenten/drc/1.4.x/1.4.3', 'documenten/drc/1.6.x/1.6.0'],
  ['documenten/drc/1.6.x/1.6.0', 'documenten/drc/1.7.x/1.7.0'],
  ['documenten/drc/1.7.x/1.7.0', 'documenten/drc/1.7.x/1.7.1'],
  ['autorisaties/ac/1.0.x/1.0.0', 'autorisaties/ac/1.1.x/1.1.0'],
  ['notificaties/nrc/1.0.0', 'notificaties/nrc/1.0.1'],
  ['zaken/zrc/1.6.x/1.6.0', 'zaken/zrc/1.7.x/1.7.0'],
].flatMap(([one = '', other = '']) => [
  [one, other],
  [other, one],
]);

/** In every run one with findings of many subjects, and one that is small. */
const IN_EVERY_RUN = ['catalogi/ztc/1.3.x/1.3.1', 'autorisaties/ac/1.0.x/1.0.0'];

const PAIRS =
  process.env.ZDS_DEEP === undefined
    ? ALL.filter(([one = '', other = '']) => IN_EVERY_RUN.includes(one) && one < other)
    : ALL;

const open = (name = '') => read(path.join(CORPUS, name, 'openapi.yaml'), { allowOutside: true });

const HERE = existsSync(CORPUS);
if (!HERE) console.warn(`skipped: the evidence of published changes, for want of ${CORPUS}`);

(HERE ? describe : describe.skip)('the evidence of a change is about that change', () => {
  it.each(PAIRS)('%s → %s', async (before, after) => {
    const [old, next] = [await open(before), await open(after)];
    expect(brokenEvidence(compareInFull(old, next), old, next)).toEqual([]);
  });
});

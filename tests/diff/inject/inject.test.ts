import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bundle } from '../../../src/bundle/index.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Pointer } from '../../../src/core/pointer.ts';
import { type Comparison, compare } from '../../../src/diff/comparison.ts';
import { changeGroupsIn } from '../../../src/diff/diff.ts';
import type { ChangeGroup } from '../../../src/diff/witness-causes.ts';
import { AUDIENCES, worst } from '../../../src/openapi/exchange.ts';
import { type Document, read } from '../../../src/source/index.ts';
import { document } from '../documents.ts';
import { EDITS, type Injection, type Subject, subjectOf } from './edits.ts';

/** `ZDS_DEEP=1` looks ten times as far, in the large documents too. */
const IS_DEEP = process.env.ZDS_DEEP === '1';
if (!IS_DEEP) fc.configureGlobal({ seed: 20_180_530 });

const CORPUS = path.resolve('../shared/corpus');
const SMALL = ['notificaties/nrc/1.0.1', 'besluiten/brc/1.1.0'];
const LARGE = ['documenten/drc/1.6.x/1.6.0', 'catalogi/ztc/1.3.x/1.3.2', 'zaken/zrc/1.7.x/1.7.0'];
const HERE = existsSync(CORPUS);
if (!HERE) console.warn(`published documents are not edited, for want of ${CORPUS}`);

const subjects: { small: Subject[]; large: Subject[] } = { small: [], large: [] };

async function canonical(api: string): Promise<Subject> {
  const { value } = await bundle(await read(path.resolve('spec/openapi.yaml')), { api });
  return subjectOf(`canonical ${api}`, promised(value));
}

/** With all of it promised: nothing breaks in what may change at any time. */
const promised = (root: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(root, (name, value) => (STATUS.has(name) ? undefined : value)));

const STATUS: ReadonlySet<string> = new Set(['x-zds-status', 'x-stability-level', 'x-stability']);

async function published(name: string): Promise<Subject> {
  const { files, root } = await read(path.join(CORPUS, name, 'openapi.yaml'), { allowOutside: true });
  return subjectOf(name, files.get(root)?.value as JsonObject);
}

beforeAll(async () => {
  for (const api of ['autorisaties', 'besluiten']) subjects.small.push(await canonical(api));
  for (const name of HERE ? SMALL : []) subjects.small.push(await published(name));
  for (const api of IS_DEEP ? ['zaken', 'catalogi', 'documenten'] : ['catalogi'])
    subjects.large.push(await canonical(api));
  for (const name of HERE && IS_DEEP ? LARGE : []) subjects.large.push(await published(name));
}, 120_000);

/** Whether a cause points into a place, or at what is around it, in either document. */
const pointsAt = ({ old, next }: Comparison, { changes }: ChangeGroup, pointer: Pointer): boolean =>
  changes
    .flatMap(fact => [old.messages.pointAt(fact.old), next.messages.pointAt(fact.next)])
    .some(node => node.pointer.startsWith(pointer) || pointer.startsWith(`${node.pointer}/`));

function check({ subject, injection }: { subject: Subject; injection: Injection }): void {
  const { rule, name, clients, providers, besides = [], apply, pointer } = injection;
  const copy = structuredClone(subject.root);
  apply(copy);
  const comparison = compare(openOnce(subject), document(copy));
  const causes = changeGroupsIn(comparison, '2026-01-01');
  const ofEdit = causes.filter(cause => !besides.includes(cause.rule));
  // A finding holds one verdict: what breaks in one direction and not in the other is two of the same rule and name.
  const verdicts = ofEdit.map(cause => JSON.stringify(cause.verdicts));
  expect([subject.label, pointer, new Set(verdicts).size]).toEqual([subject.label, pointer, verdicts.length]);
  const found = ofEdit.map(cause => ({
    rule: cause.rule,
    ...(name === undefined ? {} : { name: [...new Set(cause.names)].sort().join('+') }),
    clients: worst(ofEdit.map(one => one.verdicts.clients)),
    providers: worst(ofEdit.map(one => one.verdicts.providers)),
    isThere: pointsAt(comparison, cause, pointer),
  }));
  const expected = { rule, ...(name === undefined ? {} : { name }), clients, providers, isThere: true };
  expect([subject.label, pointer, found]).toEqual([subject.label, pointer, found.map(() => expected)]);
  expect(found.length).toBeGreaterThan(0);
  expect(causes.map(cause => cause.rule).filter(one => one !== rule)).toEqual(besides);
  for (const { verdicts, evidence } of causes)
    for (const audience of AUDIENCES)
      if (verdicts[audience] === 'breaking') expect(['witness', 'stated']).toContain(evidence[audience].is);
}

const opened = new Map<Subject, Document>();

function openOnce(subject: Subject): Document {
  const known = opened.get(subject) ?? document(subject.root);
  opened.set(subject, known);
  return known;
}

describe('inject: one edit at one place of a real document gives one finding a verdict, of that rule, there', () => {
  it.each(EDITS)('%s', (_, find) => {
    const places = (from: readonly Subject[]) =>
      from.flatMap(subject => find(subject).map(injection => ({ subject, injection })));
    const small = places(subjects.small);
    const all = IS_DEEP || small.length === 0 ? [...small, ...places(subjects.large)] : small;
    if (all.length === 0 && !HERE)
      return console.warn('no place for this edit without the published documents');
    expect(all.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.nat(all.length - 1), index => {
        const chosen = all[index];
        if (chosen) check(chosen);
      }),
      { numRuns: IS_DEEP ? 40 : 2, endOnFailure: true },
    );
  });
});

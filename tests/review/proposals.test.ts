import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Locus } from '../../src/core/finding.ts';
import { type Json, member } from '../../src/core/json.ts';
import { LANGS } from '../../src/core/text.ts';
import { FORMATS } from '../../src/index.ts';
import { cardOf } from '../../src/report/cards.ts';
import type { Review } from '../../src/review/model.ts';
import { renderReview } from '../../src/review/page/index.ts';
import { claimTexts } from '../../src/review/page/verdict-block.ts';
import { review } from '../../src/review/review.ts';
import { REVIEW_SCHEMA } from '../../src/review/schema.ts';
import type { Document } from '../../src/source/index.ts';
import { validateMessage } from '../../src/validate/index.ts';
import { pageTests } from './page-tests.ts';
import { brokenPromises } from './promises.ts';
import { documentsOf, PROPOSED, readStandard } from './proposals.ts';

const FIXTURE = path.join(import.meta.dirname, 'fixtures/proposals.json');

const TODAY = '2026-11-28';

interface Judged {
  readonly judged: Review;
  readonly base: Document;
  readonly head: Document;
}

/** Of every kind in test:deep; in every run those that differ most in what a page shows of them. */
const IN_EVERY_RUN = ['required-attribute', 'length-changed', 'rename', 'security', 'text-only', 'two-sided'];

const isDeep = process.env.ZDS_DEEP !== undefined || process.env.ZDS_WRITE === 'proposals';

const CHOSEN = isDeep ? PROPOSED : PROPOSED.filter(({ id }) => IN_EVERY_RUN.includes(id));

if (!isDeep) console.log(`${CHOSEN.length} of ${PROPOSED.length} proposals; npm run test:deep has them all`);

/** The chosen proposals under review, once. */
async function judgeAll(): Promise<ReadonlyMap<string, Judged>> {
  const standard = await readStandard();
  const all = new Map<string, Judged>();
  for (const proposed of CHOSEN) {
    const [base, head] = documentsOf(standard, proposed);
    all.set(proposed.id, {
      base,
      head,
      judged: await review(base, head, { today: TODAY, proposal: proposed.id, quality: false }),
    });
  }
  return all;
}

const reviews = judgeAll();

/** All that a reader decides on: sentence, version, claims, the changes in order with where they hold, who needs them. */
const summaryOf = (judged: Review) => ({
  sentence: judged.sentence.nl,
  version: judged.versionText.nl,
  claims: claimTexts(judged).map(({ nl }) => nl),
  changes: judged.changes.map(({ detail, state, stories, parties, resources }) => {
    const { word, title, events, places, evidence } = cardOf(detail, 'nl');
    return {
      title: `${word} ${title}`,
      ...(events.length > 0 ? { events } : {}),
      state,
      places: places[0]?.items ?? [],
      evidence: evidence.map(
        ({ label, proof, ground }) => `${label}: ${proof ? `${proof.address}: ${proof.outcome}` : ground}`,
      ),
      resources: resources.map(({ api, path: segment }) => `${api} ${segment}`),
      stories: stories.length,
      parties,
    };
  }),
  texts: judged.texts.map(({ names, places }) => `${places} × ${names.join(', ')}`),
  next: judged.nextSteps.map(({ nl }) => nl),
});

/** The body of what travels: after `--data` in a request, after the empty line in a response. */
const bodyIn = (wire: string): Json =>
  JSON.parse(
    /--data '(.*)'$/s.exec(wire)?.[1]?.replaceAll("'\\''", "'") ?? wire.split('\n\n').slice(1).join('\n\n'),
  ) as Json;

/** Whether a document takes a body where a message has it. */
async function takes(document: Document, { operation = '', ...at }: Locus, body: Json): Promise<boolean> {
  const message =
    at.message === 'request'
      ? { operation, request: body }
      : { operation, response: { status: Number(at.status), body } };
  const { findings } = await validateMessage(document, message);
  return findings.every(({ severity }) => severity !== 'error');
}

describe('proposals of every kind', () => {
  it('are judged as written down', async () => {
    const judged = Object.fromEntries([...(await reviews)].map(([id, one]) => [id, summaryOf(one.judged)]));
    if (process.env.ZDS_WRITE === 'proposals')
      writeFileSync(FIXTURE, `${JSON.stringify(judged, undefined, 2)}\n`);
    expect(existsSync(FIXTURE)).toBe(true);
    const written: Record<string, unknown> = JSON.parse(readFileSync(FIXTURE, 'utf8'));
    expect(Object.keys(written)).toEqual(PROPOSED.map(({ id }) => id));
    expect(judged).toEqual(Object.fromEntries(CHOSEN.map(({ id }) => [id, written[id]])));
  }, 240_000);

  it('have titles, places and messages as promised', async () => {
    const all = [...(await reviews).values()].flatMap(({ judged }) => judged.changes);
    expect(all.flatMap(({ detail }) => brokenPromises(detail))).toEqual([]);
  });

  it('every message that shows a break is taken by one version and refused by the other', async () => {
    const outcomes: string[] = [];
    for (const { judged, base, head } of (await reviews).values()) {
      for (const { detail } of judged.changes) {
        const { illustration } = detail;
        if (!illustration) continue;
        const [taker, refuser] = illustration.from === 'old' ? [base, head] : [head, base];
        const body = bodyIn(illustration.wire);
        const verdicts = [
          await takes(taker, illustration.at, body),
          await takes(refuser, illustration.at, body),
        ];
        outcomes.push(`${verdicts.join(' ')} ${illustration.basis}`);
      }
    }
    expect(outcomes.filter(one => !one.startsWith('true false'))).toEqual([]);
    const examples = outcomes.filter(one => one.endsWith('example')).length;
    expect(outcomes.length).toBeGreaterThanOrEqual(2);
    expect(examples / outcomes.length).toBeGreaterThanOrEqual(0.8);
  });

  it('every message before a change is right under the one version, and after it under the other', async () => {
    const outcomes: boolean[] = [];
    for (const { judged, base, head } of (await reviews).values()) {
      for (const { detail } of judged.changes) {
        const { at, migration } = detail.illustration ?? {};
        if (!at || !migration) continue;
        const [before, after] = [member(migration.before, 'body'), member(migration.after, 'body')];
        if (before === undefined || after === undefined) continue;
        outcomes.push((await takes(base, at, before)) && (await takes(head, at, after)));
      }
    }
    expect([outcomes.length >= 2, outcomes.every(Boolean)]).toEqual([true, true]);
  });

  it('are written as the published schema says', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(REVIEW_SCHEMA);
    for (const { judged } of (await reviews).values()) {
      validate(JSON.parse(renderReview(judged, 'json', { lang: 'nl' })));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('a change is at most seven lines at a terminal, ten where each audience has a message, none cut short, and a comment fits a forge, in both languages', async () => {
    for (const { judged } of (await reviews).values()) {
      for (const lang of LANGS) {
        const [body = ''] = renderReview(judged, 'text', { lang, width: 80 }).split(/\n(?=[✓✗] )/);
        const blocks = body.split('\n\n').filter(block => /^[■◆▲●○¶] /.test(block));
        const most = (block: string): number =>
          / (providers|clients): .*\n[\s\S]* (providers|clients): /.test(block) ? 10 : 7;
        expect(blocks.length).toBeGreaterThan(0);
        expect(blocks.filter(block => block.trim().split('\n').length > most(block))).toEqual([]);
        expect(blocks.filter(block => block.includes('…') && !block.includes(' · …/'))).toEqual([]);
        for (const format of FORMATS)
          expect(renderReview(judged, format, { lang })).not.toContain('undefined');
      }
    }
  });
});

pageTests(async () => new Map([...(await reviews)].map(([id, { judged }]) => [id, judged])));

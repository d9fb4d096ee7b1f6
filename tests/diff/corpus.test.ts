import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Audience } from '../../src/core/finding.ts';
import { compare } from '../../src/diff/comparison.ts';
import { changeGroupsIn, reportOf } from '../../src/diff/diff.ts';
import { compareOperations } from '../../src/diff/operations.ts';
import { type RecheckOutcome, recheckBetween } from '../../src/diff/verify/recheck.ts';
import type { ChangeGroup } from '../../src/diff/witness-causes.ts';
import { AUDIENCES } from '../../src/openapi/exchange.ts';
import { type Document, read } from '../../src/source/index.ts';
import { meetsNothing } from './meeting.ts';

const CORPUS = path.resolve('../shared/corpus');
const HERE = existsSync(CORPUS);
if (!HERE) console.warn(`skipped: comparisons of published documents, for want of ${CORPUS}`);

/**
 * Versions that follow each other, with the most findings that a reader should get. A finding has one verdict, so an
 * edit that breaks one direction and not the other is two; a reader sees them as one change.
 */
const PAIRS: readonly (readonly [old: string, next: string, most: number])[] = [
  ['catalogi/ztc/1.2.x/1.2.1', 'catalogi/ztc/1.3.x/1.3.1', 60],
  ['catalogi/ztc/1.3.x/1.3.1', 'catalogi/ztc/1.3.x/1.3.2', 20],
  ['documenten/drc/1.3.x/1.3.2', 'documenten/drc/1.4.x/1.4.3', 14],
  ['documenten/drc/1.4.x/1.4.3', 'documenten/drc/1.6.x/1.6.0', 14],
  ['autorisaties/ac/1.0.x/1.0.0', 'autorisaties/ac/1.1.x/1.1.0', 14],
  ['notificaties/nrc/1.0.0', 'notificaties/nrc/1.0.1', 14],
  ['zaken/zrc/1.6.x/1.6.0', 'zaken/zrc/1.7.x/1.7.0', 14],
];

const opened = new Map<string, Promise<Document>>();

function open(name: string): Promise<Document> {
  const document = opened.get(name) ?? read(path.join(CORPUS, name, 'openapi.yaml'), { allowOutside: true });
  opened.set(name, document);
  return document;
}

const documents = HERE
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('openapi.yaml'))
      .map(name => path.dirname(name))
  : [];

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);

(HERE ? describe : describe.skip)('published documents', () => {
  it.each(documents)(
    '%s differs in nothing from itself',
    async name => {
      const document = await open(name);
      expect(reportOf(compare(document, document)).findings).toEqual([]);
    },
    60_000,
  );

  it('carry the evidence that is promised', async () => {
    const causes: ChangeGroup[] = [];
    const outcomes: Record<Audience, RecheckOutcome[]> = { clients: [], providers: [] };
    const mixed: string[] = [];
    for (const [old, next, most] of PAIRS) {
      const [before, after] = [await open(old), await open(next)];
      const comparison = compare(before, after);
      const { messages } = compareOperations(comparison, '2026-01-01');
      const found = changeGroupsIn(comparison, '2026-01-01');
      expect([old, next, found.length <= most]).toEqual([old, next, true]);
      causes.push(...found);
      const recheck = recheckBetween(before, after);
      for (const cause of found) {
        for (const audience of AUDIENCES) {
          const drawn = cause.evidence[audience];
          if (drawn.is !== 'witness') continue;
          const affects = cause.changes.map(({ locus }) => locus);
          const outcome = recheck(audience, affects, drawn.value);
          expect([cause.rule, outcome]).not.toEqual([cause.rule, 'none']);
          // What is claimed of a witness and what the script sees are the same.
          expect([cause.rule, cause.isClean[audience]]).toEqual([cause.rule, outcome === 'clean']);
          outcomes[audience].push(outcome);
          // Where no message shows the place alone, the witness says what else it is refused for.
          const told = recheck(audience, affects, drawn.value, drawn.beside);
          expect([cause.rule, told]).toEqual([cause.rule, 'clean']);
          const isHopeless = cause.changes
            .filter(change => change[audience] === cause.verdicts[audience])
            .every(({ locus }) => meetsNothing(comparison, messages, locus, audience));
          if (outcome === 'clean') expect([cause.rule, isHopeless]).toEqual([cause.rule, false]);
          else mixed.push(`${audience} ${cause.rule} ${cause.names.join('+')}: ${isHopeless}`);
        }
      }
    }
    const decided = causes.filter(
      ({ evidence }) => evidence.clients.is !== 'stated' || evidence.providers.is !== 'stated',
    );
    const breaks = (audience: Audience) =>
      decided.filter(
        ({ verdicts, evidence }) => verdicts[audience] === 'breaking' && evidence[audience].is !== 'stated',
      );
    const witnessed = (audience: Audience) =>
      breaks(audience).filter(({ evidence }) => evidence[audience].is === 'witness');
    expect(share(witnessed('clients').length, breaks('clients').length)).toBeGreaterThanOrEqual(0.99);
    expect(share(witnessed('providers').length, breaks('providers').length)).toBeGreaterThanOrEqual(0.97);

    const clean = (all: readonly RecheckOutcome[]): number =>
      all.filter(outcome => outcome === 'clean').length;
    const { clients, providers } = outcomes;
    expect(clients.length + providers.length).toBeGreaterThan(20);
    expect(share(clean(clients), clients.length)).toBeGreaterThanOrEqual(0.95);
    // In these an old answer or a new request lacks something else as well, whatever stands at the named place.
    expect(mixed).toEqual([
      'providers unique-items-loosened informatieobjecttypen: true',
      'clients format-loosened informatieobjecttype: true',
      'providers property-added besluittypeOmschrijving: true',
      'providers type-changed zaaktypen: true',
      'providers type-changed informatieobjecttypen: true',
      'providers required-added resultaattypeOmschrijving: true',
    ]);
    const unproved = decided.filter(
      ({ evidence }) => evidence.clients.is === 'unproved' || evidence.providers.is === 'unproved',
    );
    expect(share(unproved.length, decided.length)).toBeLessThanOrEqual(0.05);
  }, 120_000);
});

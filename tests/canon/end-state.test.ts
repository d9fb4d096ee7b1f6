import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { termRows } from './case-terms.ts';
import { readSteps } from './casus.ts';
import { missingGroups, otherCopies, otherDates, otherSummaries, readResources } from './end-state.ts';
import { isMapping } from './examples.ts';
import { type Mapping, readSpec, readSpecWith, readText, type Spec, specFolder } from './spec-reader.ts';

const casus = readFileSync(join(specFolder, '../docs/casus.md'), 'utf8');

const answerOf = (spec: Spec, link: string): Mapping => {
  const { value } = spec.open(link.replace('../spec/', '')).value;
  return isMapping(value) ? value : {};
};

/** Answers of the steps that wrote a resource, in the order of the case. */
const writesOf = (spec: Spec, operation: RegExp): readonly Mapping[] =>
  readSteps(casus)
    .filter(({ call }) => operation.test(call[0]?.text ?? ''))
    .flatMap(({ bodies }) => bodies.filter(({ text }) => text === 'antwoord'))
    .map(({ target }) => answerOf(spec, target));

const ofKind = (spec: Spec, operation: string): readonly Mapping[] =>
  readResources(spec).flatMap(read => (read.operation === operation ? [read.value] : []));

/** Versions of the documents that differ from one per creation, change and archiving told by the steps. */
const wrongVersions = (spec: Spec): readonly string[] => {
  const writes = writesOf(spec, /^`enkelvoudiginformatieobject_(create|update|partial_update)`$/);
  return ofKind(spec, 'enkelvoudiginformatieobject_retrieve').flatMap(document => {
    const own = writes.filter(({ url }) => url === document.url);
    const archived = own.at(-1)?.status === 'gearchiveerd';
    // Step 79 shows one document being archived, and says that the others go the same way.
    const expected = own.length + (archived ? 0 : 1);
    return document.versie === expected && String(document.inhoud).endsWith(`?versie=${expected}`)
      ? []
      : [`${String(document.titel)}: versie ${String(document.versie)}, ${expected} told`];
  });
};

/** What the last PATCH of a resource answered, beside what reading it gives. */
const lastAnswer = (spec: Spec, operation: RegExp, url: unknown): Mapping | undefined =>
  writesOf(spec, operation)
    .filter(answer => answer.url === url)
    .at(-1);

/** The one date that changed on the way: the last day to decide, until the extension. */
const beforeExtension = (spec: Spec): readonly string[] =>
  termRows(spec)
    .filter(({ what }) => what.includes('zaak_create-aanmaken-antwoord'))
    .map(({ day }) => `uiterlijkeEinddatumAfdoening ${day}`);

describe('the examples show the end of the case', () => {
  it('in every list, search and unfolded answer alike', () => {
    expect(otherCopies(readSpec())).toEqual([]);
  });

  it('with groups that are always whole (zrc-012)', () => {
    expect(missingGroups(readSpec())).toEqual([]);
  });

  it('with the same dates in every step on the way', () => {
    expect(otherDates(readSpec(), beforeExtension(readSpec()))).toEqual([]);
  });

  it('told alike beside an unfolded answer', () => {
    expect(otherSummaries(readSpec())).toEqual([]);
  });

  it('with every dossier archived', () => {
    const states = [
      ...ofKind(readSpec(), 'zaak_retrieve').map(({ archiefstatus }) => archiefstatus),
      ...ofKind(readSpec(), 'enkelvoudiginformatieobject_retrieve').map(({ status }) => status),
    ];
    expect(states).toEqual(Array.from({ length: 9 }, () => 'gearchiveerd'));
  });

  it('with the versions that the steps made', () => {
    expect(wrongVersions(readSpec())).toEqual([]);
  });

  it('as the last PATCH left them', () => {
    const spec = readSpec();
    const [permit] = ofKind(spec, 'zaak_retrieve');
    expect(lastAnswer(spec, /^`zaak_partial_update`$/, permit?.url)).toEqual(permit);
    const [form] = ofKind(spec, 'enkelvoudiginformatieobject_retrieve');
    // The document is unlocked afterwards, which no step shows.
    expect(lastAnswer(spec, /^`enkelvoudiginformatieobject_partial_update`$/, form?.url)).toEqual({
      ...form,
      locked: true,
    });
  });
});

describe('a state that the case does not tell is seen', () => {
  const change = (file: string, from: string, to: string): Spec => {
    const text = readText(file);
    expect(text).toContain(from);
    return readSpecWith(file, text.replace(from, to));
  };

  it('a copy that lags behind', () => {
    const file = 'apis/zaken/examples/zaak_list-antwoord.yaml';
    expect(otherCopies(change(file, 'archiefstatus: gearchiveerd', 'archiefstatus: overgedragen'))).toEqual([
      expect.stringMatching(/^zaak_list lijst: archiefstatus of https:/),
    ]);
  });

  it('a date in a step that is not that of its resource', () => {
    const file = 'apis/zaken/examples/zaak_create-bezwaarzaak-antwoord.yaml';
    const changed = change(file, "einddatumGepland: '2026-07-06'", "einddatumGepland: '2026-07-07'");
    expect(otherDates(changed, beforeExtension(changed))).toEqual([
      'zaak_create antwoord 201 application/json bezwaarzaak: einddatumGepland 2026-07-07',
    ]);
  });

  it('a state told otherwise beside an unfolded answer', () => {
    const file = 'apis/zaken/examples/rol_retrieve-aanvrager-uitgevouwen.yaml';
    expect(otherSummaries(change(file, 'die de vergunning aanvraagt', 'die bezwaar maakt'))).toEqual([file]);
  });

  it('a group that is null', () => {
    const file = 'apis/zaken/examples/ZakenAuditTrail-zaak-verlengd.yaml';
    expect(
      missingGroups(change(file, "verlenging:\n        reden: ''\n        duur: P0D", 'verlenging: null')),
    ).toEqual(['zaak_audittrail_retrieve antwoord 200 application/json zaak-verlengd: verlenging']);
  });

  it('a version too many', () => {
    const file = 'apis/documenten/examples/EnkelvoudigInformatieObject-besluitbrief.yaml';
    expect(wrongVersions(change(file, 'versie: 3', 'versie: 4'))).toEqual([
      'Besluitbrief omgevingsvergunning: versie 4, 3 told',
    ]);
  });
});

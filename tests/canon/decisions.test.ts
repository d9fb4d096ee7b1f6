import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { type Place, readSpec, type Spec, specFolder } from './spec-reader.ts';

interface Decided {
  readonly rule: string;
  /** `DELETE /catalogussen/{uuid}` or `ResultaatType.indicatieSpecifiek`. */
  readonly place: string;
  readonly outcome: string;
}

const folder = `${specFolder}/decisions`;
const decisions = readdirSync(folder).flatMap(
  file =>
    (load(readFileSync(`${folder}/${file}`, 'utf8')) as { readonly decisions: readonly Decided[] }).decisions,
);

const operationAt = (spec: Spec, place: string): Place | undefined => {
  const [method = '', path = ''] = place.split(' ');
  return spec.at(spec.root, 'paths', path, method.toLowerCase());
};

/** Schemas of a resource, in whatever form: `ResultaatType`, `ResultaatTypeKern`. */
const formsOf = (spec: Spec, resource: string): readonly Place[] =>
  readdirSync(`${specFolder}/apis`, { recursive: true, encoding: 'utf8' })
    .filter(file => new RegExp(`schemas.${resource}\\w*\\.yaml$`).test(file))
    .map(file => spec.open(`apis/${file.replaceAll('\\', '/')}`));

/** Whether the document has what a decision is about, by the kind of change. */
const HAS: Readonly<Record<string, (spec: Spec, place: string) => boolean>> = {
  'operation-added': (spec, place) => operationAt(spec, place) !== undefined,
  'business-rules-changed': (spec, place) => operationAt(spec, place)?.value['x-zds-rules'] !== undefined,
  deprecated: (spec, place) => {
    const [resource = '', attribute = ''] = place.split('.');
    return formsOf(spec, resource).some(
      form => spec.at(form, 'properties', attribute)?.value.deprecated === true,
    );
  },
};

const TAKEN_IN = ['aanvaard', 'aangepast'];

/** Decisions that the document does not follow. */
const unlike = (spec: Spec, decided: readonly Decided[]): readonly string[] =>
  decided
    .filter(({ rule, place, outcome }) => HAS[rule]?.(spec, place) !== TAKEN_IN.includes(outcome))
    .map(({ rule, place, outcome }) => `${rule} ${place}: ${outcome}`);

describe('the decisions of the standard', () => {
  it('are what the document has', () => {
    expect(unlike(readSpec(), decisions)).toEqual([]);
    expect(decisions.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'refused, and there',
      { rule: 'operation-added', place: 'DELETE /catalogussen/{uuid}', outcome: 'afgewezen' },
    ],
    [
      'accepted, and not there',
      { rule: 'deprecated', place: 'ResultaatType.omschrijving', outcome: 'aanvaard' },
    ],
    ['of a kind that nobody looks up', { rule: 'server-removed', place: '-', outcome: 'aanvaard' }],
  ])('%s is seen', (_, decision) => {
    expect(unlike(readSpec(), [decision])).toEqual([
      `${decision.rule} ${decision.place}: ${decision.outcome}`,
    ]);
  });
});

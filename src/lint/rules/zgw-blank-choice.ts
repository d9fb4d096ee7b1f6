import { isArray, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { appliedAlways, nodesInPlace } from '../../json-schema/in-place.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { schema } from '../fragment.ts';
import type { LintRule, Visitor } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { visitProperties } from '../topics/visits.ts';

const isBlank = (list: Json | undefined): boolean => isArray(list) && list.includes('');

function blankKeywordOf(api: Api, property: Node): string | undefined {
  // By a reference or in allOf too.
  const parts = nodesInPlace([property], api.follow, appliedAlways);
  if (parts.some(part => isBlank(member(part.value, 'enum')))) return 'enum';
  const has = (keyword: string): boolean =>
    parts
      .flatMap(part => itemsOf(childOf(part, keyword)))
      .some(item => isBlank(facetsOf(api, item).enumeration));
  return ['anyOf', 'oneOf'].find(has);
}

export const rule = {
  id: 'zgw-blank-choice',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' laat de lege keuze toe als {way}, terwijl het document dat meestal als {usual} schrijft; schrijf het overal gelijk.",
    en: "'{name}' admits the blank choice as {way}, while the document mostly writes it as {usual}; write it alike everywhere.",
  },
  why: {
    nl: 'Generatoren maken van elke schrijfwijze een ander type; code voor de ene keuze past dan niet op de andere.',
    en: 'Generators turn each spelling into another type; code for one choice then does not fit another.',
  },
  check: ({ api, report }): Visitor => {
    const found: [string, Node, string][] = [];
    return {
      ...visitProperties(api, (name, entry) => {
        const way = blankKeywordOf(api, entry);
        if (way) found.push([name, entry, way]);
      }),
      Root: {
        leave() {
          const count = (way: string): number => found.filter(([, , other]) => other === way).length;
          const [usual = ''] = ['enum', 'anyOf', 'oneOf'].sort((left, right) => count(right) - count(left));
          for (const [name, entry, way] of found) if (way !== usual) report(entry, { name, way, usual });
        },
      },
    };
  },
  cases: {
    good: [schema('Zaak', '{properties: {a: {anyOf: [{enum: [""]}]}}}')],
    bad: [
      {
        document: schema('Zaak', '{properties: {a: {enum: [""]}, b: {oneOf: [{enum: [""]}]}}}'),
        at: ['/properties/b'],
      },
    ],
  },
} satisfies LintRule;

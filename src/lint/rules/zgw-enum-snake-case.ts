import { isString } from '../../core/json.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import type { Parameter } from '../api.ts';
import { parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { SNAKE_CASE } from '../topics/names.ts';
import { listedIn, partsOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

const namesAttributes = ({ name }: Parameter): boolean => name === 'ordering' || name === 'expand';

export const rule = {
  id: 'zgw-enum-snake-case',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'De waarden {values} zijn geen kleine letters met lage streepjes; schrijf bijvoorbeeld zeer_geheim.',
    en: 'The values {values} are not lower case with underscores; write for instance zeer_geheim.',
  },
  why: {
    nl: 'Waarden worden letterlijk vergeleken; wie de vaste vorm verwacht, herkent de afwijkende niet.',
    en: 'Values are compared literally; whoever expects the one form does not recognise another.',
  },
  check: ({ api, report }) => {
    const parameters = api.operations.flatMap(operation => operation.parameters).filter(namesAttributes);
    const exempt = new Set(
      parameters
        .flatMap(({ schema }) => [...partsOf(api, schema), ...partsOf(api, listedIn(api, schema))])
        .map(({ value }) => value),
    );
    return visitSchemas(api, node => {
      const list = childOf(node, 'enum');
      if (!list || exempt.has(node.value)) return;
      const values = itemsOf(list)
        .map(({ value }) => value)
        .filter(isString);
      // A reference system or media type is called as its register calls it.
      const other = values.filter(value => value !== '' && !SNAKE_CASE.test(value) && !/[:/]/.test(value));
      if (other.length > 0) report(list, { values: other.join(', ') });
    });
  },
  cases: {
    good: [
      schema('Soort', '{enum: [zeer_geheim, nvt, "", null, sha_256]}'),
      parameter('{in: header, name: Accept-Crs, schema: {enum: ["EPSG:4326"]}}'),
    ],
    bad: [{ document: schema('Soort', '{enum: [zeerGeheim, Nvt]}'), at: ['/enum'] }],
  },
} satisfies LintRule;

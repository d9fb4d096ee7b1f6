import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf, type Document } from '../../source/index.ts';
import type { Api } from '../api.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { entriesOf, propertiesOf } from '../topics/schemas.ts';

/** What a value of a mapping leads to: a name of a schema or a reference (OpenAPI 3.1, section 4.8.25). */
function targetOf(api: Api, document: Document, entry: Node): Node | undefined {
  const target = String(entry.value);
  const isName = /^[\w.-]+$/.test(target) && !/\.(ya?ml|json)$/.test(target);
  const $ref = isName ? `#/components/schemas/${target}` : target;
  const isGone = document.missing.some(
    ({ file, pointer, reason }) => file === entry.file && pointer === entry.pointer && /^no-/.test(reason),
  );
  return isGone ? undefined : api.follow({ ...(isName ? api.root : entry), value: { $ref } });
}

export const rule = {
  id: 'zgw-discriminator-targets',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De mapping van '{value}' leidt naar '{target}': dat schema is er niet of mist '{name}'; verwijs naar de variant.",
    en: "The mapping of '{value}' leads to '{target}': that schema is not there or lacks '{name}'; refer to the variant.",
  },
  why: {
    nl: 'Gegenereerde code valt om zodra iemand die waarde stuurt.',
    en: 'Generated code falls over as soon as someone sends that value.',
  },
  check: ({ api, document, report }) => ({
    Schema(schema, { location }) {
      const node = api.nodeAt(location, schema);
      const discriminator = childOf(node, 'discriminator');
      if (!discriminator) return;
      const name = String(member(discriminator.value, 'propertyName'));
      // A variant of a base that refers to it in allOf has the property from there.
      const isBase = childOf(node, 'properties', name) !== undefined;
      const usual = childOf(discriminator, 'defaultMapping');
      const mapped = entriesOf(childOf(discriminator, 'mapping'));
      // Where no value fits, since OpenAPI 3.2, section 4.25.
      for (const [value, entry] of usual ? [...mapped, ['defaultMapping', usual] as const] : mapped) {
        const found = targetOf(api, document, entry);
        const has = found && (isBase || propertiesOf(api, found).has(name));
        if (!has) report(entry, { value, target: String(entry.value), name });
      }
    },
  }),
  cases: {
    good: [
      schema(
        'Rol',
        '{discriminator: {propertyName: soort, mapping: {a: "#/components/schemas/Rol", b: Rol}}, properties: {soort: {}}}',
      ),
    ],
    bad: [
      {
        document: schema(
          'Rol',
          '{discriminator: {propertyName: soort, mapping: {a: Weg, b: "#/components/schemas/Weg"}}}',
        ),
        at: ['/discriminator/mapping/a', '/discriminator/mapping/b'],
      },
    ],
  },
} satisfies LintRule;

import { isString } from '../../core/json.ts';
import { lastToken } from '../../core/pointer.ts';
import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { componentNameAt, plainName } from '../topics/names.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-no-redundant-title',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De titel '{title}' herhaalt de naam; laat hem weg of zeg iets wat de naam niet zegt.",
    en: "The title '{title}' repeats the name; leave it out or say something that the name does not.",
  },
  why: {
    nl: 'Herhaling maakt een document langer om te lezen, en een titel die achterblijft bij een naamswijziging misleidt.',
    en: 'Repetition makes a document longer to read, and a title that stays behind when a name changes misleads.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const title = childOf(node, 'title');
      const name = componentNameAt(node) ?? lastToken(node.pointer);
      if (title && isString(title.value) && plainName(title.value) === plainName(name))
        report(title, { title: title.value });
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{title: Zaak met toebehoren, properties: {naam: {title: Roepnaam}, title: {type: string}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{title: zaak, properties: {einddatumGepland: {title: Einddatum gepland}}}'),
        at: ['/title', '/properties/einddatumGepland/title'],
      },
    ],
  },
} satisfies LintRule;

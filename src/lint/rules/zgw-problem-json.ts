import { placeOfField } from '../../openapi/parts.ts';
import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

const FOUT = ['code', 'title', 'status', 'detail', 'instance'];

export const rule = {
  id: 'zgw-problem-json',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Dit foutantwoord mist {missing}; gebruik application/problem+json met {name}.',
    en: 'This error answer lacks {missing}; use application/problem+json with {name}.',
  },
  why: {
    nl: 'Afnemers lezen elke fout met dezelfde code; een antwoord in een andere vorm kunnen ze de gebruiker niet uitleggen.',
    en: 'Consumers read every error with the same code; an answer of another form they cannot explain to the user.',
  },
  checkApi: ({ api, report }) => {
    const operations = pathsOperations(api).filter(({ method }) => method !== 'head');
    for (const { status, node, content } of operations.flatMap(({ responses }) => responses)) {
      if (!/^(4|5|default)/.test(status)) continue;
      const media = content.find(({ name }) => /^application\/problem\+json\b/i.test(name));
      const properties = propertiesOf(api, media?.schema);
      const [name, wanted] =
        status === '400' ? ['ValidatieFout', [...FOUT, 'invalidParams']] : ['Fout', FOUT];
      const missing = wanted.filter(attribute => !properties.has(attribute)).join(', ');
      if (!media) report(node, { name, missing: 'application/problem+json' });
      // At the content that refers to it: the schema may be right for another status.
      else if (missing) report(placeOfField(media.node, 'schema'), { name, missing });
    }
  },
  cases: {
    good: [
      response(
        '404',
        '{content: {application/problem+json: {schema: {properties: {code: {}, title: {}, status: {}, detail: {}, instance: {}}}}}}',
      ),
      operation('HEAD /zaken/{uuid}', '{responses: {404: {description: Niet gevonden}}}'),
    ],
    bad: [
      { document: response('404', '{content: {application/json: {schema: {}}}}'), at: [''] },
      {
        document: response(
          '400',
          '{content: {application/problem+json: {schema: {properties: {code: {}}}}}}',
        ),
        at: ['/content/application~1problem+json/schema'],
      },
    ],
  },
} satisfies LintRule;

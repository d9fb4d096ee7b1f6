import { placeOfField } from '../../openapi/parts.ts';
import { resource } from '../examples.ts';
import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { bodyOf, isItemPath, operationAt } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-put-and-patch',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  asks: {
    nl: 'Naast PUT staat een PATCH, die zegt wat er te wijzigen is.',
    en: 'Beside PUT stands a PATCH, which says what can be changed.',
  },
  message: {
    nl: '{operation} {fout}.',
    en: '{operation} {fault}.',
  },
  why: {
    nl: 'Zonder PATCH moet een afnemer alles terugsturen om één attribuut te wijzigen, en overschrijft hij wat hij niet kent.',
    en: 'Without PATCH a consumer has to send all back to change one attribute, and overwrites what they do not know.',
  },
  checkApi: ({ api, report }) => {
    for (const path of api.paths.filter(({ template }) => isItemPath(template))) {
      const put = operationAt(path, 'put');
      const patch = operationAt(path, 'patch');
      if (put && !patch) {
        const fault = {
          fout: 'heeft geen PATCH naast zich; voeg die toe',
          fault: 'has no PATCH beside it; add one',
        };
        report(put.node, { operation: put.label, ...fault });
      } else if (put && patch && propertiesOf(api, bodyOf(patch.requestContent)).size === 0) {
        const fault = {
          fout: 'zegt niet wat er te wijzigen is; geef de attributen',
          fault: 'does not say what can be changed; give the attributes',
        };
        report(placeOfField(patch.node, 'requestBody'), { operation: patch.label, ...fault });
      }
    }
  },
  cases: {
    good: [resource('{Read: {}, Replace: {properties: {naam: {}}}, Patch: {properties: {naam: {}}}}')],
    bad: [
      { document: pathItem('/zaken/{uuid}', '{put: {}}'), at: ['/put'] },
      {
        document: pathItem(
          '/zaken/{uuid}',
          '{put: {}, patch: {requestBody: {content: {application/json: {schema: {type: object}}}}}}',
        ),
        at: ['/patch/requestBody'],
      },
    ],
  },
} satisfies LintRule;

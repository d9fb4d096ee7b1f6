import { placeOfField } from '../../openapi/parts.ts';
import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { resourcesOf } from '../topics/forms.ts';
import { requiredOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-patch-nothing-required',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://www.rfc-editor.org/rfc/rfc7396',
  message: {
    nl: 'PATCH {path} verplicht {names}; een gedeeltelijke wijziging mag alles weglaten, dus haal ze uit required.',
    en: 'PATCH {path} requires {names}; a partial change may leave out anything, so remove them from required.',
  },
  why: {
    nl: 'Wie één attribuut wil wijzigen moet dan ook de rest sturen, en overschrijft wat een ander net wijzigde.',
    en: 'Whoever wants to change one attribute then has to send the rest too, and overwrites what another just changed.',
  },
  checkApi: ({ api, report }) => {
    for (const { path, forms } of resourcesOf(api)) {
      for (const { schema, attributes } of forms.filter(({ kind }) => kind === 'patch')) {
        // The key to a locked resource proves the right to change it; it is no part of the change.
        const required = [...requiredOf(api, schema)].filter(name => attributes.has(name) && name !== 'lock');
        const names = required.join(', ');
        if (names) report(placeOfField(schema, 'required'), { path: path.template, names });
      }
    }
  },
  cases: {
    good: [
      resource(
        '{Read: {}, Patch: {required: [lock, url], properties: {lock: {}, naam: {}, url: {readOnly: true}}}}',
      ),
    ],
    bad: [
      {
        document: resource('{Read: {}, Patch: {required: [naam], properties: {naam: {}}}}'),
        at: ['/Patch/required'],
      },
    ],
  },
} satisfies LintRule;

import { member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { resource, within } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { createsOf, groupsOf } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-notification-channel',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'De {api} API kan gegevens wijzigen en haar beschrijving noemt geen kanaal met kenmerken; zeg waar ze over bericht.',
    en: 'The {api} API can change data and its description names no channel with kenmerken; say what it notifies about.',
  },
  why: {
    nl: 'Wie zich wil abonneren moet het kanaal en de kenmerken kennen voordat hij kan beginnen.',
    en: 'Whoever wants to subscribe has to know the channel and the kenmerken before they can start.',
  },
  checkApi: ({ api, report }) => {
    const groupOf = groupsOf(api);
    const writes = createsOf(api).filter(({ path }) => !/^\/(kanaal|abonnement)/.test(path));
    const { value, ...info } = placeOfField(api.root, 'info');
    for (const group of new Set(writes.map(groupOf))) {
      const own = group === undefined ? undefined : api.child(api.root, 'x-zds-apis', group);
      const text = String(member(own?.value ?? value, 'description') ?? '');
      if (/kana(al|len)/i.test(text) && /kenmerk/i.test(text)) continue;
      report(own ?? info, { api: group ?? String(member(value, 'title') ?? '') });
    }
  },
  cases: {
    good: [
      within(
        resource('{Read: {}, Create: {}}'),
        'info: {title: Zaken, version: 1.0.0, description: Het kanaal is zaken; kenmerken zijn zaaktype.}',
      ),
    ],
    bad: [{ document: resource('{Read: {}, Create: {}}'), at: ['#/info'] }],
  },
} satisfies LintRule;

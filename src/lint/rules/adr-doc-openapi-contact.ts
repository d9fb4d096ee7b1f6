import { member } from '../../core/json.ts';
import { info } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';

export const rule = {
  id: 'adr-doc-openapi-contact',
  severity: 'warning',
  profiles: { adr: 'warning', 'adr@2.3': 'error', zds: 'warning' },
  source: 'ADR /core/doc-openapi-contact',
  message: {
    nl: "De contactgegevens zijn niet compleet; vul 'info.contact' aan met {missing}.",
    en: "The contact details are not complete; complete 'info.contact' with {missing}.",
  },
  why: {
    nl: 'Wie vastloopt op de API moet weten bij wie hij terecht kan.',
    en: 'Whoever gets stuck on the API has to know whom to turn to.',
  },
  checkApi: ({ api, report }) => {
    const info = api.child(api.root, 'info');
    const contact = api.child(info, 'contact');
    const missing = ['name', 'url', 'email'].filter(key => saysNothing(member(contact?.value, key)));
    if (info && missing.length > 0) report(contact ?? info, { missing });
  },
  cases: {
    good: [info('contact: {name: Servicedesk, url: https://example.nl, email: api@example.nl}')],
    bad: [
      { document: info('{}'), at: [''] },
      { document: info('contact: {url: https://example.nl, email: api@example.nl}'), at: ['/contact'] },
    ],
  },
} satisfies LintRule;

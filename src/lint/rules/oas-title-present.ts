import { document, info } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';

export const rule = {
  id: 'oas-title-present',
  severity: 'error',
  profiles: { oas: 'error', zds: 'error' },
  source: 'https://spec.openapis.org/oas/v3.1.1#info-object',
  message: {
    nl: "Het document heeft geen titel; vul 'info.title' in.",
    en: "The document has no title; fill in 'info.title'.",
  },
  why: {
    nl: 'Overzichten en documentatie noemen een API bij zijn titel.',
    en: 'Overviews and documentation call an API by its title.',
  },
  check: ({ report }) => ({
    Info({ title }, { location }) {
      if (title === undefined) report(location);
      else if (saysNothing(title)) report(location.child('title'));
    },
  }),
  cases: {
    good: [info('title: Zaken')],
    bad: [
      { document: info("title: ''"), at: ['/title'] },
      { document: document('info: {version: 1.0.0}'), at: ['/info'] },
    ],
  },
} satisfies LintRule;

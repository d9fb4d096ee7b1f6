import { info } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const EUPL =
  /(EUPL|European Union Public Licen[cs]e)( ?\(EUPL\))?[-\s,]*(v\.?|versie|version)?[-\s]*1\.?2\b/i;

export const rule = {
  id: 'zgw-license-eupl',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'De licentie is niet EUPL-1.2; zet identifier EUPL-1.2 onder info.license.',
    en: 'The licence is not EUPL-1.2; put identifier EUPL-1.2 under info.license.',
  },
  why: {
    nl: 'Wie de standaard overneemt of aanpast, moet weten dat dat mag en onder welke voorwaarden.',
    en: 'Whoever takes over or adapts the standard has to know that they may, and on what terms.',
  },
  check: ({ report }) => ({
    Info({ license }, { location }) {
      const { name, identifier, url } = (license ?? {}) as Readonly<Record<string, unknown>>;
      const said = [name, identifier, url].join(' ');
      if (!EUPL.test(said)) report(license ? location.child('license') : location);
    },
  }),
  cases: {
    good: [
      info('license: {name: EUPL 1.2, url: "https://opensource.org/licenses/EUPL-1.2"}'),
      info('license: {name: EUPL-1.2, identifier: EUPL-1.2}'),
    ],
    bad: [
      { document: info('license: {name: MIT}'), at: ['/license'] },
      { document: info('title: Zaken'), at: [''] },
    ],
  },
} satisfies LintRule;

import valid from 'semver/functions/valid.js';
import { info } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'adr-semver',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/semver',
  message: {
    nl: "De versie '{version}' is geen volledige semantische versie; schrijf major.minor.patch, zoals 1.2.0.",
    en: "The version '{version}' is no full semantic version; write major.minor.patch, such as 1.2.0.",
  },
  why: {
    nl: 'Aan het versienummer ziet een afnemer of een wijziging zijn software raakt.',
    en: 'A consumer tells from the version number whether a change touches their software.',
  },
  check: ({ api, report }) => ({
    // The structure keeps visitors of Info away from one with a number for a version, which is YAML for '1.0'.
    Root() {
      const version = api.child(api.root, 'info', 'version');
      const text = String(version?.value);
      if (version && valid(text) !== text.split('+')[0]) report(version, { version: text });
    },
  }),
  cases: {
    good: [info('version: 1.2.0'), info('version: 2.0.0-alpha.1'), info('version: 1.0.0+build.5')],
    bad: [
      { document: info("version: '1.2'"), at: ['/version'] },
      { document: info('version: v1.2.0'), at: ['/version'] },
      { document: info('version: 1.0'), at: ['/version'] },
      { document: info('version: 2026-01-01'), at: ['/version'] },
    ],
  },
} satisfies LintRule;

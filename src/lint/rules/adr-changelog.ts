import { member } from '../../core/json.ts';
import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const CHANGES =
  /change-?log|change log|wijzigingen|wijzigings(overzicht|historie|log)|release[- ]?notes|releasenotes|\/releases\b|versie-?(historie|geschiedenis)|version history/i;

export const rule = {
  id: 'adr-changelog',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/changelog',
  message: {
    nl: "Het document verwijst niet naar een overzicht van wijzigingen; noem het in 'externalDocs' of in 'info.description'.",
    en: "The document does not refer to a changelog; name it in 'externalDocs' or in 'info.description'.",
  },
  why: {
    nl: 'Wie van versie wisselt wil weten wat er anders is.',
    en: 'Whoever changes version wants to know what differs.',
  },
  check: ({ report }) => ({
    Root(root, { location }) {
      const texts = [
        member(root.externalDocs, 'url'),
        member(root.externalDocs, 'description'),
        member(root.info, 'description'),
      ];
      if (!texts.some(text => CHANGES.test(String(text)))) report(location.child('info'));
    },
  }),
  cases: {
    good: [document('externalDocs: {description: Changelog, url: https://example.nl/wijzigingen}')],
    bad: [{ document: document('{}'), at: ['/info'] }],
  },
} satisfies LintRule;

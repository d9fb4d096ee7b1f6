import type { RuleInfo } from '../core/rule.ts';

const why = {
  nl: 'Leveranciers bouwen op een uitgebrachte versie: wat daarin staat, verandert niet meer.',
  en: 'Vendors build on a released version: what is in it never changes.',
};

const source = 'Semantic Versioning 2.0.0, rule 3';

/** The catalogue rows of this feature. */
export const releaseRules = [
  {
    id: 'release-changed',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{path} is veranderd sinds de versie uitkwam: haal het bestand terug',
      en: '{path} changed since the version was released: take the file back',
    },
    why,
    source,
  },
  {
    id: 'release-missing',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{path} hoort bij een uitgebrachte versie en is er niet: haal het bestand terug',
      en: '{path} belongs to a released version and is not there: take the file back',
    },
    why,
    source,
  },
  {
    id: 'release-unlisted',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{path} staat niet in checksums.json: haal het weg, of breng de versie uit met het gereedschap',
      en: '{path} is not in checksums.json: remove it, or cut the release with the tool',
    },
    why,
    source,
  },
] as const satisfies readonly RuleInfo[];

export type ReleaseRule = (typeof releaseRules)[number]['id'];

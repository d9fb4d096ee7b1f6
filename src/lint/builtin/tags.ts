import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkTagDescriptions } from '../topics/described.ts';
import { checkTagNames, checkTags } from '../topics/operation-names.ts';

/** What is asked of Tag Objects and the tags of operations. */
export const tagsRules: readonly BuiltinRule[] = [
  {
    id: 'oas-tags-unique',
    check: checkTagNames,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#openapi-object',
    message: {
      nl: 'Een tag staat twee keer in de lijst; laat er één staan.',
      en: 'A tag is listed twice; keep one.',
    },
    why: {
      nl: 'Documentatie toont de groep dan dubbel.',
      en: 'Documentation then shows the group twice.',
    },
  },
  {
    id: 'oas-tag-defined',
    checkApi: checkTags,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: "De tag '{tag}' staat niet in de lijst 'tags' van het document; voeg hem daar toe.",
      en: "The tag '{tag}' is not in the list 'tags' of the document; add it there.",
    },
    why: {
      nl: 'Een groep zonder uitleg of vaste plaats in de documentatie.',
      en: 'A group without explanation or fixed place in the documentation.',
    },
  },
  {
    id: 'oas-tag-description',
    check: checkTagDescriptions,
    severity: 'info',
    profiles: { oas: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#tag-object',
    message: {
      nl: "De tag '{tag}' heeft geen beschrijving; zeg in een zin wat eronder valt.",
      en: "The tag '{tag}' has no description; say in a sentence what belongs to it.",
    },
    why: {
      nl: 'De lezer moet raden wat de groep bevat.',
      en: 'The reader has to guess what the group holds.',
    },
  },
];

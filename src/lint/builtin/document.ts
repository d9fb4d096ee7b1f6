import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkMarkdown } from '../topics/described.ts';
import { checkLicence } from '../topics/licences.ts';
import { checkReferredTypes } from '../topics/references.ts';

/** What is asked of the document as a whole, its Info Object and its texts. */
export const documentRules: readonly BuiltinRule[] = [
  {
    id: 'oas-struct',
    check: checkReferredTypes,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1',
    message: {
      nl: "Bij '{name}' wijkt het document af van OpenAPI: {uitleg}",
      en: "At '{name}' the document departs from OpenAPI: {detail}",
    },
    why: {
      nl: 'Gereedschap slaat een veld dat het niet kent over of stopt ermee; wat er staat werkt dan niet.',
      en: 'Tools skip a field that they do not know or stop at it; what is written then does not work.',
    },
  },
  {
    id: 'oas-license',
    check: checkLicence,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#license-object',
    message: {
      nl: "De licentie ontbreekt of heeft geen url of SPDX-kenmerk; vul 'info.license' aan.",
      en: "The licence is missing or has no url or SPDX identifier; complete 'info.license'.",
    },
    why: {
      nl: 'Zonder licentie weet niemand wat er met de beschrijving mag.',
      en: 'Without a licence nobody knows what may be done with the description.',
    },
  },
  {
    id: 'sec-safe-markdown',
    check: checkMarkdown,
    severity: 'warning',
    profiles: { zds: 'warning' },
    source: 'https://spec.commonmark.org/0.31.2/#raw-html',
    message: {
      nl: 'De tekst bevat een script of een gebeurtenis in HTML; verwijder die: {uitleg}',
      en: 'The text holds a script or an event handler in HTML; remove it: {detail}',
    },
    why: {
      nl: 'Documentatie die de tekst toont voert het script uit bij de lezer.',
      en: "Documentation that shows the text runs the script at the reader's side.",
    },
  },
];

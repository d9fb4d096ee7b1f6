import type { Finding } from '../core/finding.ts';
import type { MessageValidator } from '../openapi/message-validator.ts';
import { unjudgedSchemas } from '../openapi/unjudged-schemas.ts';
import { type Document, locate } from '../source/index.ts';
import { findingOf } from './report.ts';
import { unjudged } from './rules.ts';

/** What of the schemas that were met could not be checked: said, never silence. */
export const uncheckedSchemas = (document: Document, validator: MessageValidator): Finding[] => [
  ...missing(document),
  ...unreadable(document, validator),
];

/** References without an end, or with nothing there: what they stand for holds no value to anything. */
const missing = (document: Document): Finding[] =>
  document.missing
    .filter(({ isRepeat }) => !isRepeat)
    .map(({ file, pointer, ref, reason }) => {
      const why =
        reason === 'circle'
          ? {
              nl: `de verwijzing '${ref}' komt op zichzelf uit`,
              en: `the reference '${ref}' comes back to itself`,
            }
          : { nl: `de verwijzing '${ref}' leidt nergens heen`, en: `the reference '${ref}' leads nowhere` };
      return findingOf(unjudged, ref, why, locate(document, file, `${pointer}/$ref`));
    });

const unreadable = (document: Document, validator: MessageValidator): Finding[] =>
  unjudgedSchemas(validator).map(({ is, reason, file, pointer }) =>
    findingOf(unjudged, is, reason, locate(document, file, pointer)),
  );

import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';

/** The error for a document that a library finds no sense in; `what` cannot be made of it, and `reason` says why. */
export const refused = (what: Text, reason: Text): UserError =>
  new UserError(
    'unreadable',
    { nl: `${what.nl}: ${reason.nl}`, en: `${what.en}: ${reason.en}` },
    {
      nl: 'zds lint --profile oas zegt wat er mis is, en waar.',
      en: 'zds lint --profile oas says what is wrong, and where.',
    },
  );

import { isString, type Json, member } from '../../core/json.ts';
import { agrees, isStatus, STATUSES, tagsOf } from '../../openapi/status.ts';
import { info } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'zds-status-version',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'zds-013; Semantic Versioning 2.0.0, item 9',
  message: {
    nl: "Status '{status}' hoort niet bij versie {version}; kies een van {expected}.",
    en: "Status '{status}' does not belong to version {version}; choose one of {expected}.",
  },
  why: {
    nl: 'Wie aan het nummer ziet dat een versie af is, bouwt erop; de status moet hetzelfde zeggen.',
    en: 'Whoever sees from the number that a version is final builds on it; the status has to say the same.',
  },
  check: ({ report }) => ({
    Info(value, { location }) {
      const status = member(value as unknown as Json, 'x-zds-status');
      const { version } = value;
      if (status === undefined) return;
      const about = { status: isString(status) ? status : JSON.stringify(status), version: String(version) };
      if (!isStatus(status))
        report(location.child('x-zds-status'), { ...about, expected: STATUSES.join(', ') });
      else if (!agrees(status, String(version))) {
        const expected = tagsOf(status).map(tag => `-${tag}`);
        report(location.child('x-zds-status'), { ...about, expected: expected.join(', ') || 'X.Y.Z' });
      }
    },
  }),
  cases: {
    good: [
      info('{version: 2.0.0-alpha.4, x-zds-status: alfa}'),
      info('{version: 2.0.0, x-zds-status: standaard}'),
      info('{version: 2.0.0}'),
    ],
    bad: [
      { document: info('{version: 2.0.0, x-zds-status: beta}'), at: ['/x-zds-status'] },
      { document: info('{version: 2.0.0-rc.1, x-zds-status: standaard}'), at: ['/x-zds-status'] },
      { document: info('{version: 2.0.0, x-zds-status: klaar}'), at: ['/x-zds-status'] },
    ],
  },
} satisfies LintRule;

import type { Change } from '../core/change.ts';
import type { Evidence } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Lang, Text } from '../core/text.ts';

/** The conventions of docs/engine.md in a sentence each. */
const CONVENTIONS: Readonly<Record<string, Text>> = {
  C1: {
    nl: 'Wie een bericht maakt, schrijft de namen die het schema geeft; wie het leest, verdraagt andere.',
    en: 'Who makes a message writes the names that its schema gives; who reads it tolerates others.',
  },
  C2: {
    nl: 'readOnly hoort niet bij een verzoek, writeOnly niet bij een antwoord.',
    en: 'readOnly leaves the request, writeOnly leaves the response.',
  },
  C3: { nl: 'oneOf telt als vereniging van zijn takken.', en: 'oneOf is read as a union of its branches.' },
  C4: {
    nl: 'Alleen date, date-time, time, uuid, uri, email, ipv4, ipv6, int32 en int64 worden gecontroleerd.',
    en: 'Only date, date-time, time, uuid, uri, email, ipv4, ipv6, int32 and int64 are asserted.',
  },
  C5: {
    nl: 'Succesantwoorden en mediatypes zijn een aanbod: er een weghalen breekt clients, er een bijzetten is werk voor providers.',
    en: 'Success statuses and media types are offers: removing one breaks clients, adding one is work for providers.',
  },
  C6: {
    nl: 'Een codelijst in een antwoord mag groeien; clients lopen daarbij risico.',
    en: 'An enumeration in a response may grow; clients are at risk.',
  },
  C7: {
    nl: 'In een URL, header of formulier staat een waarde als tekst: "5" is ook het getal 5.',
    en: 'In a URL, a header or a form a value is written as text: "5" is the number 5 as well.',
  },
};

const ELSEWHERE: Text = { nl: 'zie docs/engine.md', en: 'see docs/engine.md' };

/** The conventions that some verdicts rest on, each once with its sentence, by number. */
function conventionsIn(evidence: readonly (Evidence | undefined)[]): Text[] {
  const names = evidence.flatMap(one => (one?.is === 'assumed' ? [one.because] : []));
  return [...new Set(names)].sort().map(name => {
    const { nl, en } = CONVENTIONS[name] ?? ELSEWHERE;
    return { nl: `${name}: ${nl}`, en: `${name}: ${en}` };
  });
}

/** What changes show as their evidence, a message in place of it, and what the verdict for the others rests on. */
const shownEvidence = (changes: readonly Change[]): (Evidence | undefined)[] =>
  changes.flatMap(({ evidence, illustration, assumed, other }): (Evidence | undefined)[] => [
    illustration ? undefined : evidence,
    other?.illustration ? undefined : other?.evidence,
    assumed === undefined ? undefined : { is: 'assumed', because: assumed },
  ]);

/** The conventions that any verdict rests on: of the findings, and of their changes for either audience. */
export const allConventions = ({ changes = [], findings }: Pick<Report, 'changes' | 'findings'>): Text[] =>
  conventionsIn([...findings.map(({ evidence }) => evidence), ...shownEvidence(changes)]);

/** The conventions that a report mentions, in one language. */
export const conventionLines = ({ changes, findings }: Report, lang: Lang): string[] =>
  conventionsIn(changes ? shownEvidence(changes) : findings.map(({ evidence }) => evidence)).map(
    text => text[lang],
  );

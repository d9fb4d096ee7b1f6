import { groupedBy } from '../../core/group.ts';
import { isString, member } from '../../core/json.ts';
import { counted } from '../../core/plural.ts';
import { join, type Pointer } from '../../core/pointer.ts';
import type { Lang } from '../../core/text.ts';
import { type Document, type MissingReference, nodeAt } from '../../source/index.ts';
import type { Api } from '../api.ts';
import type { RuleText } from '../rule.ts';
import type { RawFinding } from './raw-finding.ts';

/** What the engine finds by itself, without a rule file. */
export const validityRules = [
  {
    id: 'oas-refs-resolve',
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#reference-object',
    message: {
      nl: "De verwijzing '{ref}' leidt nergens heen: {reden} (gezocht: {tried}).",
      en: "The reference '{ref}' leads nowhere: {reason} (looked for {tried}).",
    },
    why: {
      nl: 'Wie het document leest, bundelt of er code van maakt, mist het deel waarnaar wordt verwezen.',
      en: 'Whoever reads, bundles or generates from the document lacks the part that is referred to.',
    },
  },
  {
    id: 'oas-file-unread',
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#reference-object',
    message: {
      nl: '{verwijzingen} naar {target}: {reden}. Wat erachter staat is niet beoordeeld.',
      en: '{references} to {target}: {reason}. What is behind was not judged.',
    },
    why: {
      nl: 'Een deel dat niet is gelezen is niet goed en niet fout: de regels zeggen er niets van.',
      en: 'A part that was not read is neither right nor wrong: the rules say nothing of it.',
    },
  },
  {
    id: 'adr-doc-openapi',
    severity: 'error',
    profiles: { adr: 'error', zds: 'error' },
    source: 'ADR /core/doc-openapi',
    message: {
      nl: 'Dit is geen geldige OpenAPI-beschrijving: {reden}.',
      en: 'This is no valid OpenAPI description: {reason}.',
    },
    why: {
      nl: 'Afnemers en gereedschap rekenen op een beschrijving die ze zonder reparatie kunnen inlezen.',
      en: 'Consumers and tools count on a description that they can read without fixing it.',
    },
  },
] as const satisfies readonly RuleText[];

const REASONS = {
  'no-file': { reden: 'dat bestand is er niet', reason: 'there is no such file' },
  'no-target': { reden: 'het bestand heeft dat deel niet', reason: 'the file has no such part' },
  remote: {
    reden: 'niet gevolgd, het netwerk is dicht; geef --allow-remote om het bestand op te halen',
    reason: 'not followed, the network is closed; add --allow-remote to fetch the file',
  },
  outside: {
    reden:
      'niet gevolgd, het bestand ligt buiten de map van het document; geef --allow-outside om het te lezen',
    reason: 'not followed, the file lies outside the folder of the document; add --allow-outside to read it',
  },
  unreadable: { reden: 'het bestand is niet te lezen', reason: 'the file cannot be read' },
  circle: { reden: 'ze komt op zichzelf uit', reason: 'it comes back to itself' },
} as const satisfies Record<MissingReference['reason'], { reden: string; reason: string }>;

/** The file is there, for all we know, and we chose not to open it. */
const CLOSED: ReadonlySet<MissingReference['reason']> = new Set(['remote', 'outside']);

const isClosed = ({ reason }: MissingReference): boolean => CLOSED.has(reason);

/** One finding for each file that was not opened, at the first reference to it, with the way to open it. */
export function closedFiles(document: Document): RawFinding[] {
  const byFile = groupedBy(document.missing.filter(isClosed), ({ tried }) => tried);
  return [...byFile].flatMap(([target, [first, ...more]]) => {
    const count = more.length + 1;
    const { reden, reason } = REASONS[first.reason];
    return [
      {
        rule: 'oas-file-unread',
        file: first.file,
        pointer: placeOfReference(document, first),
        args: {
          target,
          verwijzingen: counted(count, REFERENCES, 'nl'),
          references: counted(count, REFERENCES, 'en'),
          reden,
          reason,
        },
      },
    ];
  });
}

const REFERENCES = {
  nl: { one: '1 verwijzing', other: '{count} verwijzingen' },
  en: { one: '1 reference', other: '{count} references' },
} as const;

function placeOfReference(document: Document, { file, pointer }: MissingReference): Pointer {
  const source = document.files.get(file);
  const inMapping = source !== undefined && isString(nodeAt(document, source, pointer)?.value);
  return inMapping ? pointer : join(pointer, '$ref');
}

/** One finding for each reference that leads nowhere, at the reference itself; for each circle of them, one. */
export function danglingReferences(document: Document): RawFinding[] {
  return document.missing
    .filter(reference => !isClosed(reference) && !reference.isRepeat)
    .map(reference => {
      const { file, ref, tried, reason, detail } = reference;
      const { reden, reason: english } = REASONS[reason];
      const more = { nl: detail ? ` (${detail.nl})` : '', en: detail ? ` (${detail.en})` : '' };
      return {
        rule: 'oas-refs-resolve',
        file,
        pointer: placeOfReference(document, reference),
        args: { ref, tried, reden: reden + more.nl, reason: english + more.en },
      };
    });
}

/**
 * The verdict of the ADR on the document as a whole, once, at its root: what is wrong in detail, `oas-struct` and
 * `oas-refs-resolve` tell.
 */
export function verdictOnDocument(api: Api, struct: number, dangling: number): RawFinding[] {
  const at = { rule: 'adr-doc-openapi', file: api.root.file, pointer: '' };
  if (struct + dangling > 0) {
    const told = (lang: Lang): string[] => [
      ...(struct > 0 ? [`${counted(struct, DEPARTURES, lang)} (oas-struct)`] : []),
      ...(dangling > 0 ? [`${counted(dangling, BROKEN, lang)} (oas-refs-resolve)`] : []),
    ];
    return [{ ...at, args: { reden: told('nl').join(' en '), reason: told('en').join(' and ') } }];
  }
  if (api.paths.length > 0) return [];
  return [{ ...at, args: { reden: 'er staat geen enkel pad in', reason: 'it has no path' } }];
}

const DEPARTURES = {
  nl: { one: '1 afwijking van OpenAPI', other: '{count} afwijkingen van OpenAPI' },
  en: { one: '1 departure from OpenAPI', other: '{count} departures from OpenAPI' },
} as const;

const BROKEN = {
  nl: { one: '1 kapotte verwijzing', other: '{count} kapotte verwijzingen' },
  en: { one: '1 broken reference', other: '{count} broken references' },
} as const;

/** All there is to say of Swagger 2.0 or a version to come: the other rules are made for OpenAPI 3.0 to 3.2. */
export function refusedVersion(api: Api, version: string): RawFinding[] {
  const field = member(api.root.value, 'swagger') === undefined ? 'openapi' : 'swagger';
  const name = field === 'swagger' ? 'Swagger' : 'OpenAPI';
  const { file } = api.root;
  return [
    {
      rule: 'adr-doc-openapi',
      file,
      pointer: '',
      args: { reden: `${name} ${version} is geen OpenAPI 3`, reason: `${name} ${version} is not OpenAPI 3` },
    },
    {
      rule: 'oas-spec-version-supported',
      file,
      pointer: join('', field),
      args: {
        version,
        wat: 'wordt niet ondersteund; gebruik 3.0, 3.1 of 3.2',
        what: 'is not supported; use 3.0, 3.1 or 3.2',
      },
    },
  ];
}

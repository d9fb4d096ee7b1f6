import path from 'node:path';
import { assemble, parseFile } from '../../src/source/document.ts';
import { type Document, read } from '../../src/source/index.ts';

/** Texts to replace in files of the standard, each there once; a text alone is a new file. */
type Edits = Readonly<Record<string, readonly (readonly [from: string, to: string])[] | string>>;

export interface Proposed {
  readonly id: string;
  /** What the base has that the standard does not. */
  readonly before?: Edits;
  readonly edits: Edits;
  readonly claims: { readonly version?: string; readonly breaks?: readonly string[] };
}

const ZAKEN = 'spec/apis/zaken';
const VERZOEKEN = `${ZAKEN}/paths/zaakverzoeken_uuid.yaml`;

const SUNSET = (date: string): Edits => ({
  [VERZOEKEN]: [
    ['operationId: zaakverzoek_destroy', `operationId: zaakverzoek_destroy\n  x-sunset: '${date}'`],
  ],
});

/** From `delete:` on: it is the last operation of its file. */
const WITHOUT_DELETE: Edits = { [VERZOEKEN]: [[/^delete:[\s\S]*/m.source, '']] };

const LABELS = `servers:
  - url: https://{host}/zaken/v2
    variables: { host: { default: api.nergenshoven.example } }
get:
  summary: Labels opvragen
  operationId: zaaklabel_list
  tags: [zaken]
  description: Geeft de labels die een organisatie aan haar zaken hangt.
  security: [{ JWT-Claims: [zaken.lezen] }]
  responses:
    '200':
      description: De labels.
      content:
        application/json:
          schema:
            type: array
            description: Labels.
            items: { type: string, description: Een label., maxLength: 50 }
          example: [spoed]
`;

/** Proposals of every common kind, as branches of the standard. */
export const PROPOSED: readonly Proposed[] = [
  {
    id: 'required-attribute',
    edits: { [`${ZAKEN}/schemas/ZaakRequest.yaml`]: [['  - startdatum', '  - startdatum\n  - toelichting']] },
    claims: { version: 'minor', breaks: [] },
  },
  {
    id: 'value-added',
    edits: {
      [`${ZAKEN}/schemas/ArchiefstatusEnum.yaml`]: [
        ['  - overgedragen', '  - overgedragen\n  - vernietigd'],
        ['  overgedragen: >-', '  vernietigd: Het dossier is vernietigd.\n  overgedragen: >-'],
      ],
    },
    claims: { version: 'minor' },
  },
  {
    id: 'length-changed',
    edits: { [`${ZAKEN}/schemas/ZaakKern.yaml`]: [['maxLength: 80', 'maxLength: 50']] },
    claims: { version: 'major', breaks: ['Zaak.omschrijving'] },
  },
  {
    id: 'operation-removed-after-sunset',
    before: SUNSET('2026-06-30'),
    edits: WITHOUT_DELETE,
    claims: {},
  },
  {
    id: 'operation-removed-before-sunset',
    before: SUNSET('2027-06-30'),
    edits: WITHOUT_DELETE,
    claims: { breaks: ['DELETE /zaakverzoeken/{uuid}'] },
  },
  {
    id: 'rename',
    edits: { [`${ZAKEN}/schemas/StatusKern.yaml`]: [['  statustoelichting:', '  toelichting:']] },
    claims: {},
  },
  {
    id: 'security',
    edits: {
      [`${ZAKEN}/paths/statussen_uuid.yaml`]: [
        [/- JWT-Claims: \[zaken\.lezen\]/.source, '- JWT-Claims: [statussen.lezen]'],
      ],
    },
    claims: {},
  },
  {
    id: 'text-only',
    edits: {
      [`${ZAKEN}/schemas/ZaakKern.yaml`]: [
        ['kort genoeg voor een werkvoorraad of zoekresultaat', 'in hooguit een zin'],
      ],
    },
    claims: { version: 'patch', breaks: [] },
  },
  {
    id: 'new-resource',
    edits: {
      'spec/openapi.yaml': [
        [
          '  /zaakverzoeken:\n',
          '  /zaaklabels:\n    $ref: ./apis/zaken/paths/zaaklabels.yaml\n  /zaakverzoeken:\n',
        ],
      ],
      [`${ZAKEN}/paths/zaaklabels.yaml`]: LABELS,
    },
    claims: { version: 'minor', breaks: [] },
  },
  {
    id: 'pattern',
    edits: {
      [`${ZAKEN}/schemas/ZaakKern.yaml`]: [
        [
          'ZAAK ook buiten dit register herkenbaar.\n',
          "ZAAK ook buiten dit register herkenbaar.\n    pattern: '^[0-9]{9}$'\n",
        ],
      ],
    },
    claims: {},
  },
  {
    id: 'two-sided',
    edits: {
      [`${ZAKEN}/paths/statussen.yaml`]: [
        [
          '    - name: statustype\n      in: query',
          '    - name: gezetdoor\n      in: query\n      description: URL van de ROL die de STATUS zette.\n      schema: { type: string, format: uri }\n    - name: statustype\n      in: query',
        ],
      ],
    },
    claims: { version: 'minor', breaks: [] },
  },
];

/** The standard of this checkout, parsed once. */
export const readStandard = (): Promise<Document> =>
  read('spec/openapi.yaml', { cwd: path.resolve(import.meta.dirname, '../..') });

/** A document with some of its files written anew: what is not edited is not parsed again. */
function branchOf(base: Document, label: string, edits: Edits, beside: Edits = {}): Document {
  const files = new Map(base.files);
  for (const [key, edit] of Object.entries(edits)) {
    const text = typeof edit === 'string' ? edit : edited(base.files.get(key)?.text ?? '', edit);
    files.set(key, { key, dialect: '3.1', ...parseFile(key, text) });
  }
  return assemble(label, base.root, files, new Map(), {
    locateFile: base.locateFile,
    readBeside: async file => {
      const written = beside[file];
      return typeof written === 'string' ? written : base.readBeside(file);
    },
    listBeside: async folder => {
      const written = Object.keys(beside).filter(file => file.startsWith(`${folder}/`));
      return written.length > 0
        ? written.map(file => file.slice(folder.length + 1))
        : base.listBeside(folder);
    },
  });
}

/** A text with each of the first texts, or what fits one as a pattern, replaced; each has to be there. */
function edited(text: string, edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((before, [from, to]) => {
    const after = before.includes(from)
      ? before.replace(from, () => to)
      : before.replace(new RegExp(from, 'gm'), () => to);
    if (after === before) throw new Error(`no ${from}`);
    return after;
  }, text);
}

/** Both documents of a proposal, and the files beside the new one. */
export function documentsOf(
  standard: Document,
  { id, before, edits, claims }: Proposed,
): [Document, Document] {
  const base = before ? branchOf(standard, 'basis', before) : standard;
  const proposal = {
    id,
    title: `Voorstel ${id}`,
    party: 'VNG Realisatie',
    stories: [],
    claims,
    roles: ['product owner', 'informatieanalist', 'architect'],
  };
  const version: Edits = { 'spec/openapi.yaml': [['version: 2.0.0-alpha.4', 'version: 2.0.0-alpha.5']] };
  const beside = { [`proposals/${id}.yaml`]: JSON.stringify(proposal) };
  return [base, branchOf(branchOf(base, id, edits), id, version, beside)];
}

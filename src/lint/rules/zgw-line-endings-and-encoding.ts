import type { LintRule } from '../rule.ts';

const FAULTS = [
  [/^\uFEFF/, { fout: 'begint met een byte order mark', fault: 'starts with a byte order mark' }],
  [/\uFFFD/, { fout: 'bevat tekens die geen UTF-8 zijn', fault: 'holds characters that are not UTF-8' }],
  [/\r/, { fout: 'heeft regeleinden CR LF', fault: 'has CR LF line endings' }],
] as const;

export const rule = {
  id: 'zgw-line-endings-and-encoding',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://www.rfc-editor.org/rfc/rfc8259#section-8.1',
  message: {
    nl: 'Het bestand {fout}; bewaar het als UTF-8 zonder byte order mark, met regeleinden LF.',
    en: 'The file {fault}; save it as UTF-8 without byte order mark, with LF line endings.',
  },
  why: {
    nl: "Sommig gereedschap weigert zo'n bestand, en elke wijziging lijkt er in versiebeheer het hele bestand te raken.",
    en: 'Some tools refuse such a file, and in version control every change seems to touch all of it.',
  },
  check: ({ document: { files }, report }) => ({
    Root() {
      for (const { key, text } of files.values()) {
        for (const [pattern, fault] of FAULTS)
          if (pattern.test(text)) report({ file: key, pointer: '' }, fault);
      }
    },
  }),
  cases: {
    good: ['openapi: 3.1.0\ninfo: {title: Zaken, version: 1.0.0}\npaths: {}\n'],
    bad: [
      { document: '\uFEFFopenapi: 3.1.0\ninfo: {title: Zaken, version: 1.0.0}\npaths: {}\n', at: [''] },
      { document: 'openapi: 3.1.0\r\ninfo: {title: Zaken, version: 1.0.0}\r\npaths: {}\r\n', at: [''] },
    ],
  },
} satisfies LintRule;

import { expect, it } from '@jest/globals';
import { resource } from '../../src/lint/examples.ts';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

it('shows the row of the matrix of forms: type, length, whether required, what is left out', async () => {
  const { text } = resource(`
Read: {required: [naam], properties: {naam: {type: string, maxLength: 80}, code: {type: string, readOnly: true}, tekst: {}}}
Create: {required: [naam], properties: {naam: {type: string, maxLength: 40}, tekst: {}}}
Replace: {properties: {naam: {type: [string, 'null'], maxLength: 80}, tekst: {}}}
Patch: {properties: {naam: {type: string, maxLength: 80, readOnly: true}, tekst: {}}}
`);
  const { findings } = await lint(documentOf('vormen', { 'openapi.yaml': text() }));
  const rows = findings
    .filter(({ rule }) => rule.startsWith('zgw-forms-'))
    .map(({ rule, args }) => [rule, args.name, args.detail, args.uitleg]);
  expect(rows).toEqual([
    [
      'zgw-forms-same-attributes',
      'naam',
      'reading: string, up to 80, required; creating: string, up to 40, required; replacing: string, up to 80; patching: read-only.',
      'lezen: string, tot 80, verplicht; aanmaken: string, tot 40, verplicht; vervangen: string, tot 80; bijwerken (PATCH): alleen-lezen.',
    ],
    [
      'zgw-forms-same-length',
      'naam',
      'reading: string, up to 80, required; creating: string, up to 40, required; replacing: string, up to 80; patching: read-only.',
      'lezen: string, tot 80, verplicht; aanmaken: string, tot 40, verplicht; vervangen: string, tot 80; bijwerken (PATCH): alleen-lezen.',
    ],
  ]);
});

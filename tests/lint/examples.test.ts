import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const A = 'a'.repeat(40);

const textWith = (version: string, pattern: string, example: string): string => `openapi: ${version}
info: {title: t, version: 1.0.0}
paths:
  /a:
    post:
      parameters:
        - {name: q, in: query, schema: {type: string, pattern: '${pattern}'}, example: '${example}'}
      requestBody:
        content:
          application/json:
            schema: {type: string, pattern: '${pattern}', example: '${example}'}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/S'}, example: '${example}'}}
components:
  schemas: {S: {type: string, pattern: '${pattern}'}}
`;

/** Rule and place of what lint says about the examples. */
async function told(version: string, pattern: string, example: string): Promise<string[]> {
  const document = documentOf('openapi.yaml', { 'openapi.yaml': textWith(version, pattern, example) });
  const { findings } = await lint(document, { profile: 'oas' });
  return findings
    .filter(({ rule }) => rule.endsWith('-examples'))
    .map(({ rule, new: at }) => `${rule} ${at?.pointer}`)
    .sort();
}

const WRONG = [
  'oas-valid-media-type-examples /paths/~1a/post/responses/200/content/application~1json/example',
  'oas-valid-parameter-examples /paths/~1a/post/parameters/0/example',
  'oas-valid-schema-examples /paths/~1a/post/requestBody/content/application~1json/schema/example',
];

describe('an example is held against its pattern in linear time', () => {
  it.each([
    ['a loop in a loop', '^(a+)+$', `${A}!`, WRONG],
    ['the same, where it fits', '^(a+)+$', A, []],
    ['alternatives that overlap', '^(a|aa)+$', `${A}!`, WRONG],
    ['counts above six', '^(a{1,20}){1,40}$', `${A}!`, WRONG],
    ['many loops side by side', `^${'.*a'.repeat(12)}x$`, A.repeat(20), WRONG],
    ['nothing that is slow', '^[0-9]{9}$', '12', WRONG],
    ['what RE2 cannot express: nothing is claimed', '^(?=(a+)+$)x', `${A}!`, []],
  ])('%s', async (_, pattern, example, expected) => {
    expect(await told('3.0.3', pattern, example)).toEqual(expected);
    expect(await told('3.1.0', pattern, example)).toEqual(expected);
  });
});

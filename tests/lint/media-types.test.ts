import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { lint } from '../../src/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** The rules about structure and references that a document with a media type among its components does not keep. */
async function faults(openapi: string, mediaType: JsonObject): Promise<string[]> {
  const ref = { $ref: '#/components/mediaTypes/M' };
  const document = documentOf('a', {
    'a.json': JSON.stringify({
      openapi,
      info: { title: 'Proef', version: '1.0.0' },
      paths: {
        '/a': {
          get: { responses: { 200: { description: 'Gelukt', content: { 'application/json': ref } } } },
        },
      },
      components: { mediaTypes: { M: mediaType } },
    }),
  });
  const { findings } = await lint(document, { profile: 'oas' });
  return findings.flatMap(({ rule, new: at }) =>
    ['oas-struct', 'oas-strict-refs', 'oas-unused-components'].includes(rule) ? `${rule} ${at?.pointer}` : [],
  );
}

const REFERENCE = '/paths/~1a/get/responses/200/content/application~1json/$ref';

describe('media types among the components', () => {
  const valid = { schema: { type: 'object', properties: { p: { type: 'string' } } } };

  it('and references to them are right in 3.2', async () => {
    expect(await faults('3.2.0', valid)).toEqual([]);
  });

  it('are judged there', async () => {
    expect(await faults('3.2.0', { schemma: {} })).toEqual(['oas-struct /components/mediaTypes/M/schemma']);
  });

  it('are not there in 3.1', async () => {
    const found = await faults('3.1.0', valid);
    expect(found).toContain('oas-struct /components/mediaTypes');
    expect(found).toContain(`oas-strict-refs ${REFERENCE}`);
  });
});

import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import type { Profile } from '../../src/lint/rule.ts';
import { read } from '../../src/source/index.ts';

/** Small documents that are easily misread, with everything that is to be found in them. */
const CASES: readonly (readonly [file: string, profile: Profile, ...found: string[]])[] = [
  ['01-meervoud', 'adr'],
  [
    '02-verwijzing-elders',
    'adr',
    'warning oas-file-unread /paths/~1panden/get/responses/200/headers/api-version/$ref',
  ],
  ['03-datetime-ogc', 'adr'],
  [
    '04-utc-is-should',
    'adr',
    'warning adr-date-time-timezone /paths/~1taken~1{id}/get/responses/200/content/application~1json/schema/properties/deadline/example',
  ],
  ['05-post-vraagt', 'adr'],
  ['06-zoek', 'adr'],
  [
    '07-anyof-fout',
    'adr',
    'error adr-problem-details /paths/~1zaken~1{id}/get/responses/409/content/application~1problem+json/schema',
  ],
  [
    '08-tijdstip',
    'adr',
    'error adr-date-time-format /paths/~1zaken~1{id}/get/responses/200/content/application~1json/schema/properties/tijdstipRegistratie',
  ],
  ['09-openapi-pad', 'adr', 'info nam-api-resource /paths/~1api~1v1~1openapi.json'],
  ['10-apis', 'adr'],
  ['11-csv-voorbeeld', 'oas'],
  [
    '12-publiceren',
    'adr',
    'error oas-path-params-defined /paths/~1zaken~1{id}/get',
    'error oas-valid-media-type-examples /paths/~1zaken~1{id}/get/responses/200/content/application~1json/example/naam',
  ],
  ['13-fix-uit', 'adr', 'error adr-version-header /paths/~1zaken/get/responses/200'],
  [
    '14-patroon',
    'oas',
    'warning oas-valid-regex /paths/~1x/get/responses/200/content/application~1json/schema/properties/straat/pattern',
  ],
  ['15-opid', 'oas', 'error oas-operation-id-unique /paths/~1y/get/operationId'],
  ['16-namen', 'adr'],
  ['17-payload', 'adr', 'error adr-date-time-format /components/schemas/Klok/format'],
  [
    '18-tegels',
    'adr',
    'info adr-module-geospatial ',
    'warning geo-crs-list /paths',
    'error adr-invalid-input /paths/~1features~1{id}/get/responses',
  ],
];

describe('a case', () => {
  it.each(CASES)('%s in the profile %s', async (file, profile, ...found) => {
    const report = await lint(await read(`tests/lint/cases/${file}.yaml`), { profile });
    expect(
      report.findings.map(({ rule, severity, new: at }) => `${severity} ${rule} ${at?.pointer}`),
    ).toEqual(found);
  });
});

import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { BACKLOG_OUTPUT_SCHEMAS, BACKLOG_SCHEMAS } from '../../src/backlog/index.ts';
import { CI_SCHEMA } from '../../src/ci/schema.ts';
import { CONFIG_SCHEMA } from '../../src/config/schema.ts';
import { EXCEPTIONS_SCHEMA } from '../../src/lint/engine/exceptions-schema.ts';
import { DIFFERENCES_SCHEMA, MIGRATION_SCHEMA } from '../../src/migration/schema.ts';
import { SUPPORT_SCHEMA } from '../../src/release/index.ts';
import { REPORT_SCHEMA } from '../../src/report/schema.ts';
import { DECISION_SCHEMA, REVIEW_PROPOSAL_SCHEMA } from '../../src/review/decisions/schema.ts';
import { FIRST_STEPS_SCHEMA } from '../../src/review/guides/first-steps.ts';
import { REVIEW_SCHEMA } from '../../src/review/schema.ts';

test('every schema of our own is one of JSON Schema 2020-12: reading a file takes that for granted', () => {
  const schemas = {
    ...BACKLOG_SCHEMAS,
    ...BACKLOG_OUTPUT_SCHEMAS,
    ...{ CI_SCHEMA, CONFIG_SCHEMA, DECISION_SCHEMA, DIFFERENCES_SCHEMA, EXCEPTIONS_SCHEMA, MIGRATION_SCHEMA },
    ...{ REPORT_SCHEMA, REVIEW_PROPOSAL_SCHEMA, REVIEW_SCHEMA, SUPPORT_SCHEMA, FIRST_STEPS_SCHEMA },
  };
  const ajv = new Ajv2020();
  const refused = Object.entries(schemas).flatMap(([name, schema]) =>
    ajv.validateSchema(schema) === true ? [] : [`${name}: ${ajv.errorsText()}`],
  );
  expect(refused).toEqual([]);
});

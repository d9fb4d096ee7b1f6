import { canonicalText, isArray, type Json } from '../../core/json.ts';
import { isOfType } from '../engine/structure.ts';
import type { VisitorCheck } from '../rule.ts';

export const checkNullableTypes: VisitorCheck = ({ report }) => ({
  Schema: {
    leave(schema, { location }) {
      if (Object.hasOwn(schema, 'nullable') && !Object.hasOwn(schema, 'type'))
        report(location.child('nullable'), { name: 'nullable' });
    },
  },
});

/** Values that no value of the type can be equal to (JSON Schema 2020-12 Validation, sections 6.1.2 and 6.1.3). */
export const checkValueTypes: VisitorCheck = ({ report }) => ({
  Schema(schema, { location }) {
    const { type, nullable } = schema;
    if (!type) return;
    const types = isArray(type) ? type : [type];
    const isAllowed = (value: Json): boolean =>
      (Boolean(nullable) && value === null) || types.some(one => isOfType(value, one));
    const listed = isArray(schema.enum) ? schema.enum : [];
    for (const [index, value] of listed.entries())
      if (!isAllowed(value)) report(location.child(['enum', index]), { name: String(index) });
    if (schema.const !== undefined && !isAllowed(schema.const))
      report(location.child('const'), { name: 'const' });
  },
});

export const checkRepeatedValues: VisitorCheck = ({ report }) => ({
  Schema(schema, { location }) {
    if (!isArray(schema.enum)) return;
    const seen = new Set<string>();
    for (const [index, value] of schema.enum.entries()) {
      const text = canonicalText(value);
      if (seen.has(text)) report(location.child(['enum', index]), { name: String(index) });
      seen.add(text);
    }
  },
});

/** Two bounds on one side, as both can be numbers since 3.1. */
export const checkNumberRanges: VisitorCheck = ({ report }) => ({
  Schema(schema, { location }) {
    for (const [bound, exclusive] of [
      ['maximum', 'exclusiveMaximum'],
      ['minimum', 'exclusiveMinimum'],
    ] as const)
      if (typeof schema[bound] === 'number' && typeof schema[exclusive] === 'number')
        report(location.child(exclusive), { name: exclusive });
  },
});

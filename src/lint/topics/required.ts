import { isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Pointer } from '../../core/pointer.ts';
import { childOf, nodeAt } from '../../source/index.ts';
import type { Api } from '../api.ts';
import type { VisitorCheck } from '../rule.ts';
import { itemsOf, partsOf, propertiesOf } from './schemas.ts';

/** A keyword and what follows it in the pointer of a schema that speaks of the same value as the one around it. */
const IN_PLACE = /^(.*)\/((allOf|anyOf|oneOf)\/\d+|if|then|else|not|dependentSchemas\/[^/]+)$/;

/** A property or a component may have that name. */
const UNDER_NOT = /(?<!\/(properties|patternProperties|schemas|\$defs))\/not(\/|$)/;

/** The schema around which one speaks of the same value, itself where there is none. */
const wholeOf = (pointer: Pointer): Pointer => {
  const [, around, , list] = IN_PLACE.exec(pointer) ?? [];
  // A property may be called `not`.
  const isNamed = around !== undefined && list === undefined && /\/(properties|schemas)$/.test(around);
  return around === undefined || isNamed ? pointer : wholeOf(around);
};

/** Names that a schema does not list one by one, and allows on purpose. */
function describesOthers({ value }: Node): boolean {
  const others: Json | undefined = member(value, 'additionalProperties');
  return isObject(others ?? null) || member(value, 'patternProperties') !== undefined;
}

function knows(api: Api, schema: Node, name: string): boolean {
  return propertiesOf(api, schema).has(name) || partsOf(api, schema).some(describesOthers);
}

/** A required name that neither its schema nor one around it, of the same value, describes. */
export const checkRequired: VisitorCheck = ({ api, document, report }) => ({
  Schema(value, { location }) {
    const node = api.nodeAt(location, value);
    for (const item of itemsOf(childOf(node, 'required'))) {
      const name = item.value;
      // Under `not` it is the absence that is asked for.
      if (!isString(name) || UNDER_NOT.test(node.pointer) || knows(api, node, name)) continue;
      const file = document.files.get(node.file);
      const whole = file && nodeAt(document, file, wholeOf(node.pointer));
      if (!whole || !knows(api, whole, name)) report(item, { name });
    }
  },
});

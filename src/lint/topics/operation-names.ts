import { isArray, isString, member } from '../../core/json.ts';
import { operationIdOf, placeOfField } from '../../openapi/parts.ts';
import { childOf } from '../../source/index.ts';
import { nameAt } from '../engine/place.ts';
import type { ApiCheck, VisitorCheck } from '../rule.ts';
import { saysNothing } from './described.ts';
import { itemsOf } from './schemas.ts';

/** An `operationId` has to be unique (OpenAPI 3.1.1, section 4.8.10): told at each use after the first. */
export const checkOperationIds: ApiCheck = ({ api, report }) => {
  const first = new Map<string, (typeof api.operations)[number]>();
  for (const operation of api.operations) {
    const id = operationIdOf(operation.value);
    if (id === undefined || saysNothing(id)) continue;
    const known = first.get(id);
    if (!known) first.set(id, operation);
    // One path item may be there under two names.
    else if (known.value !== operation.value)
      report(placeOfField(operation.node, 'operationId'), { id, first: known.label });
  }
};

/** Names of headers know no case (RFC 9110, section 5.1): told where two differ in that alone. */
export const checkHeaderNames: ApiCheck = ({ api, report }) => {
  for (const { parameters } of api.operations) {
    const seen = new Map<string, string>();
    for (const { name, entry, in: place, shared } of parameters) {
      if (place !== 'header' || shared) continue;
      const other = seen.get(name.toLowerCase());
      if (other === undefined) seen.set(name.toLowerCase(), name);
      else if (other !== name) report(entry, { name });
    }
  }
};

/** A tag of an operation that the document does not list. An operation without tags has none to list. */
export const checkTags: ApiCheck = ({ api, report }) => {
  const listed = new Set(itemsOf(api.child(api.root, 'tags')).map(({ value }) => member(value, 'name')));
  for (const { node, value } of api.operations) {
    if (!isArray(value.tags)) continue;
    for (const tag of itemsOf(childOf(node, 'tags')))
      if (isString(tag.value) && !listed.has(tag.value)) report(tag, { tag: tag.value });
  }
};

/** RFC 3986, section 2: the characters of a URI. */
const OF_URL = /^[\w\-.~:/?#[\]@!$&'()*+,;=]*$/;

export const checkOperationIdCharacters: VisitorCheck = ({ report }) => ({
  Operation({ operationId }, { location }) {
    if (!saysNothing(operationId) && !OF_URL.test(String(operationId)))
      report(location.child('operationId'), { name: 'operationId' });
  },
});

export const checkTagNames: VisitorCheck = ({ report }) => {
  const seen = new Set<unknown>();
  return {
    Tag: {
      leave({ name }, { location }) {
        if (seen.has(name)) report(location, nameAt(location));
        seen.add(name);
      },
    },
  };
};

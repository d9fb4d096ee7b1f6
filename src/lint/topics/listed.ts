import { placeOfField } from '../../openapi/parts.ts';
import type { Operation } from '../api.ts';
import type { ApiCheck } from '../rule.ts';
import { pathsOperations } from './resources.ts';

/** Reports each operation that lists no answer whose status fits. */
export const mustList =
  (fitting: RegExp, isAsked: (operation: Operation) => boolean = () => true): ApiCheck =>
  ({ api, report }) => {
    for (const operation of pathsOperations(api).filter(isAsked)) {
      if (operation.responses.some(({ status }) => fitting.test(status))) continue;
      report(placeOfField(operation.node, 'responses'), { operation: operation.label });
    }
  };

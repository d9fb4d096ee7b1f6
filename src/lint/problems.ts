import type { Node } from '../model/node.ts';
import type { Api, Response } from './api.ts';
import { propertiesOf } from './schemas.ts';

/** True for 4xx, 5xx, their ranges, and for `default` where successes have answers of their own. */
export function isFailure(status: string, beside: readonly Pick<Response, 'status'>[]): boolean {
  if (/^[45]/.test(status)) return true;
  return status === 'default' && beside.some(other => /^[23]/.test(other.status));
}

/** What the schema of a problem (RFC 9457, section 3.1) lacks of the members that the ADR asks for. */
export function missingMembers(api: Api, schema: Node | undefined): string[] {
  const names = propertiesOf(api, schema);
  return ['status', 'title', 'detail'].filter(name => !names.has(name));
}

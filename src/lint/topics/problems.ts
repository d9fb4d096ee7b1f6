import type { Node } from '../../core/node.ts';
import { childNode, childNodes, idOf, isReference } from '../../vocabulary/tree.ts';
import type { Api, Response } from '../api.ts';
import { oncePer } from '../engine/once-per-document.ts';
import { perValue } from './schemas.ts';

/** True for 4xx, 5xx, their ranges, and for `default` where successes have answers of their own. */
export function isFailure(status: string, beside: readonly Pick<Response, 'status'>[]): boolean {
  if (/^[45]/.test(status)) return true;
  return status === 'default' && beside.some(other => /^[23]/.test(other.status));
}

/** What the schema of a problem (RFC 9457, section 3.1) lacks of the members that the ADR asks for. */
export const missingMembers = (api: Api, schema: Node | undefined): readonly string[] =>
  schema ? missingPer(api)(schema) : MEMBERS;

const MEMBERS = ['status', 'title', 'detail'] as const;

const missingPer = oncePer(api => {
  const around = new Set<string>();
  return perValue((schema): readonly string[] => {
    const id = idOf(schema);
    // A branch that leads back to a schema around it is no form of its own: it lacks what that lacks.
    if (around.has(id)) return [];
    around.add(id);
    const missing = findMissing(api, schema);
    around.delete(id);
    return missing;
  });
});

/** What a schema neither has itself, nor behind its reference, nor in each branch of a choice, in any part of `allOf`. */
function findMissing(api: Api, schema: Node): readonly string[] {
  const counts = !isReference(schema) || schema.dialect !== '3.0';
  const target = isReference(schema) ? api.follow(schema) : undefined;
  const lacks = [
    ...(target ? [missingMembers(api, target)] : []),
    ...(counts ? childNodes(schema, 'allOf').map(part => missingMembers(api, part)) : []),
    ...(counts ? CHOICES.flatMap(keyword => lackingInSome(api, childNodes(schema, keyword))) : []),
  ];
  const own = childNode(schema, 'properties');
  return MEMBERS.filter(
    name => !(counts && own && childNode(own, name)) && lacks.every(missing => missing.includes(name)),
  );
}

const CHOICES = ['oneOf', 'anyOf'];

/** What at least one branch lacks; nothing is said where there are no branches. */
const lackingInSome = (api: Api, branches: readonly Node[]): string[][] =>
  branches.length === 0 ? [] : [branches.flatMap(branch => missingMembers(api, branch))];

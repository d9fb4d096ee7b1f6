import type { Oas3Visitor } from '@redocly/openapi-core';
import { type Pointer, parent } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';
import type { RawFinding } from './raw-finding.ts';

type Visit = (node: unknown, context: object, parents: unknown, own: unknown) => void;

/**
 * A visitor that visits a reference with keywords beside it too, as the schema that it is since 3.1 (OpenAPI 3.1.0,
 * section 4.8.24; JSON Schema core, section 8.2.3.1). openapi-core visits the target, and what the keywords hold.
 */
export function visitingReferences<Of extends { readonly visitor: Oas3Visitor }>(visits: Of): Of {
  const { any, Schema, ref } = visits.visitor as Readonly<Record<string, unknown>>;
  const [ofAny, ofSchema] = [functionsOf(any), functionsOf(Schema)];
  if (ofAny.length + ofSchema.length === 0 || ref !== undefined) return visits;
  const visitReference = (node: object, around: { readonly type: { readonly name: string } }): void => {
    if (around.type.name !== 'Schema' || Object.keys(node).length < 2) return;
    const context = { ...around, ignoreNextVisitorsOnNode: () => undefined };
    // The type of a schema in openapi-core has no `$ref` among its fields.
    const { $ref: _, ...beside } = node as { readonly $ref?: string };
    for (const visit of ofAny) visit(beside, context, {}, {});
    for (const visit of ofSchema) visit(node, context, {}, {});
  };
  return { ...visits, visitor: { ...visits.visitor, ref: visitReference } as Oas3Visitor };
}

function functionsOf(visit: unknown): Visit[] {
  if (typeof visit === 'function') return [visit as Visit];
  const { enter, leave } = Object(visit) as { readonly enter?: Visit; readonly leave?: Visit };
  return [enter, leave].flatMap(part => part ?? []);
}

/** Tells of a finding that it stands in what is written beside a reference; a path item keeps what stands there. */
export function besideReferences({ files }: Document): (found: RawFinding) => boolean {
  const written = new Map<string, ReadonlySet<Pointer>>();
  const referencesIn = (file: string): ReadonlySet<Pointer> => {
    const known = written.get(file) ?? new Set(files.get(file)?.references.map(({ pointer }) => pointer));
    written.set(file, known);
    return known;
  };
  return ({ rule, file, pointer }) => {
    if (rule === 'oas-ref-siblings') return false;
    for (let at = pointer; at !== ''; at = parent(at)) {
      const around = parent(at);
      if (around === '' || IS_PATH_ITEM.test(around)) return false;
      if (!at.endsWith('/$ref') && referencesIn(file).has(around)) return true;
    }
    return false;
  };
}

const IS_PATH_ITEM = /^\/paths\/[^/]+$|\/callbacks\/[^/]+\/[^/]+$/;

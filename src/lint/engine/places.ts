import { grouped } from '../../core/group.ts';
import { lastToken, type Pointer, parent, tokens } from '../../core/pointer.ts';
import { componentsOf } from '../../openapi/components.ts';
import type { Document } from '../../source/index.ts';
import { splitReference } from '../../source/references.ts';
import { COMPONENT_KINDS } from '../../vocabulary/openapi.ts';
import type { Api, Operation } from '../api.ts';

/** What a person calls a place, whatever file it lies in. */
export interface NamedPlace {
  /** The named schema, operation or other component around it; its first key where there is none. */
  readonly name: string;
  /** Names of the attributes from there down. */
  readonly attributes: readonly string[];
  /** The operation that it is written in. */
  readonly operation: Operation | undefined;
  /** Every operation that reaches it, in document order. */
  readonly reach: readonly Operation[];
}

/** A part of a file that something refers to, or that has a name or an operation of its own. */
interface Unit {
  readonly name: string;
  readonly operation?: Operation;
  /** Names the places in it, whatever units lie deeper. */
  readonly isPathItem: boolean;
  readonly starts: Set<Operation>;
  readonly leadsTo: Set<Unit>;
}

type Units = Map<string, Map<Pointer, Unit>>;

/**
 * Finds name and reach of places. The graph of references is built on first use: a document without findings needs
 * none.
 */
export function places(document: Document, api: Api): (file: string, pointer: Pointer) => NamedPlace {
  const units = collectUnits(document, api);
  const enclosing = enclosingIn(units);
  connect(document, units, enclosing);
  const reached = spread(units, api);
  const reachOf = new Map<Unit, readonly Operation[]>();
  const reachFrom = (unit: Unit): readonly Operation[] => {
    const found = reached.get(unit);
    const reach = reachOf.get(unit) ?? api.operations.filter(candidate => found?.has(candidate));
    reachOf.set(unit, reach);
    return reach;
  };
  return (file, pointer) => {
    const around = enclosing(file, pointer);
    const innermost = around[0]?.unit;
    const operation = around.find(({ unit }) => unit.operation)?.unit.operation;
    const namer =
      around.find(({ unit }) => unit.operation) ??
      around.find(({ unit }) => unit.isPathItem) ??
      around.at(-1);
    const below = tokens(pointer.slice(namer?.pointer.length ?? 0));
    return {
      name: namer?.unit.name ?? tokens(pointer)[0] ?? '',
      attributes: attributesOf(below),
      operation,
      reach: innermost ? reachFrom(innermost) : [],
    };
  };
}

/** The names behind `properties`: `allOf`, `items` and the like lie between but have none. */
function attributesOf(path: readonly string[]): string[] {
  const names: string[] = [];
  for (let index = 0; index < path.length - 1; index++) {
    if (path[index] === 'properties') names.push(path[++index] ?? '');
  }
  return names;
}

function collectUnits(document: Document, api: Api): Units {
  const units: Units = new Map([...document.files.keys()].map(key => [key, new Map()]));
  const add = (file: string, pointer: Pointer, name: string, more: Partial<Unit> = {}): Unit => {
    const unit = { name, isPathItem: false, starts: new Set<Operation>(), leadsTo: new Set<Unit>(), ...more };
    units.get(file)?.set(pointer, unit);
    return unit;
  };
  for (const { file, pointer } of targetsIn(document))
    if (units.get(file)?.has(pointer) === false) add(file, pointer, nameOf(file, pointer));
  const components = COMPONENT_KINDS.flatMap(kind => componentsOf(api.root, kind));
  for (const [name, { pointer }] of components)
    if (!units.get(document.root)?.has(pointer)) add(document.root, pointer, name);
  for (const path of api.paths) {
    const starts = new Set(path.operations);
    add(path.entry.file, path.entry.pointer, path.template, { isPathItem: true, starts });
    add(path.node.file, path.node.pointer, path.template, { isPathItem: true, starts });
  }
  for (const operation of api.operations) {
    const { file, pointer } = operation.pathItem;
    if (!units.get(file)?.get(pointer)?.isPathItem)
      add(file, pointer, operation.path, { isPathItem: true, starts: new Set([operation]) });
    const starts = new Set([operation]);
    add(operation.node.file, operation.node.pointer, operation.label, { operation, starts });
  }
  return units;
}

const targetsIn = (document: Document) =>
  [...document.files.values()].flatMap(file =>
    file.references.map(({ ref }) => targetOf(document, file.key, ref)),
  );

const targetOf = (document: Document, from: string, ref: string) => {
  const { file, fragment } = splitReference(ref);
  return { file: file === '' ? from : document.locateFile(from, file), pointer: fragment };
};

/** The last key, or the file's own name without folder and extension. */
function nameOf(file: string, pointer: Pointer): string {
  if (pointer !== '') return lastToken(pointer);
  const base = file.slice(file.lastIndexOf('/') + 1);
  return base.replace(/\.\w+$/, '');
}

/** The units around a place, from the innermost outwards. */
type Enclosing = (file: string, pointer: Pointer) => readonly { unit: Unit; pointer: Pointer }[];

/** Places lie close together: what is around one is mostly known from another. */
function enclosingIn(units: Units): Enclosing {
  const known = new Map([...units.keys()].map(file => [file, new Map<Pointer, ReturnType<Enclosing>>()]));
  const enclosing: Enclosing = (file, pointer) => {
    const before = known.get(file)?.get(pointer);
    if (before) return before;
    const outside = pointer === '' ? [] : enclosing(file, parent(pointer));
    const unit = units.get(file)?.get(pointer);
    const found = unit ? [{ unit, pointer }, ...outside] : outside;
    known.get(file)?.set(pointer, found);
    return found;
  };
  return enclosing;
}

/** A reference leads from the unit it stands in to its target, and a unit to those inside it, operations excepted. */
function connect(document: Document, units: Units, enclosing: Enclosing): void {
  for (const file of document.files.values()) {
    for (const { pointer, ref } of file.references) {
      const target = targetOf(document, file.key, ref);
      const unit = units.get(target.file)?.get(target.pointer);
      if (unit) enclosing(file.key, pointer)[0]?.unit.leadsTo.add(unit);
    }
    for (const [pointer, unit] of units.get(file.key) ?? []) {
      if (unit.operation || unit.isPathItem || pointer === '') continue;
      enclosing(file.key, parent(pointer))[0]?.unit.leadsTo.add(unit);
    }
  }
}

function spread(units: Units, api: Api): Map<Unit, Set<Operation>> {
  const all = [...units.values()].flatMap(inFile => [...inFile.values()]);
  const reached = new Map(all.map(unit => [unit, new Set<Operation>()]));
  const starts = grouped(all.flatMap(unit => [...unit.starts].map(operation => [operation, unit] as const)));
  for (const operation of api.operations) {
    const open: Unit[] = [...(starts.get(operation) ?? [])];
    const seen = new Set(open);
    for (let unit = open.pop(); unit; unit = open.pop()) {
      reached.get(unit)?.add(operation);
      for (const next of unit.leadsTo) {
        // A path item behind a reference belongs to the operations it starts with, and to no other.
        if (seen.has(next) || next.isPathItem) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  return reached;
}

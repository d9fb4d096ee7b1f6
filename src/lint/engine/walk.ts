import type { Node } from '../../core/node.ts';
import { once } from '../../core/once.ts';
import { type Pointer, parent } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import { objectTypes } from '../../vocabulary/object-types.ts';
import type { Api } from '../api.ts';
import type { Level, LintRule, Visitor, Where } from '../rule.ts';
import type { BuiltinRule } from './builtin.ts';
import { nameAt } from './place.ts';
import { places } from './places.ts';
import { listening } from './questions.ts';
import type { RawFinding } from './raw-finding.ts';
import { findCircles, isInCircle } from './reference-cycles.ts';
import { listsBehindReferences, plainListsAsReferences } from './reference-lists.ts';
import { besideReferences } from './reference-siblings.ts';
import { checkStructure } from './structure.ts';
import { targetOf, type Visit, walkTypes } from './typed-walk.ts';
import type { Unread } from './unread.ts';
import { type Action, actionsOf, visitsOf } from './visits.ts';

/** What a walk yields. */
export interface Walked {
  readonly findings: readonly RawFinding[];
  /** What would be a finding if the unread part that it rests on were empty. It is none: the part is unknown. */
  readonly unknown: readonly RawFinding[];
}

/** Runs all rules in one walk over the document, references followed, each object visited once. */
export function walk(
  document: Document,
  api: Api,
  unread: Unread,
  rules: readonly LintRule[],
  builtins: readonly BuiltinRule[],
): Walked {
  const version = document.version.startsWith('3.0')
    ? '3.0'
    : document.version.startsWith('3.1')
      ? '3.1'
      : '3.2';
  const circles = findCircles(document);
  const findings: RawFinding[] = [];
  const unknown: RawFinding[] = [];
  const run: Run = { document, api, unread, siblingsOf: siblings(document, api), findings, unknown };
  const checks: readonly Check[] = [...rules, ...builtins, plainListsAsReferences];
  const actions = [
    // First: once it has found a value of the wrong kind, it keeps the others away from it.
    structureOf(document, findings),
    ...checks.flatMap(rule => actionsOf(visitorOf(rule, run))),
  ];
  // In 3.0 nothing counts beside a reference.
  walkTypes(document, objectTypes(version), visitsOf(actions, version !== '3.0'));
  // The official schema tells it in 3.0; that of later versions does not look into schemas.
  if (version !== '3.0') findings.push(...listsBehindReferences(document));
  const isIgnored = version === '3.0' ? besideReferences(document) : () => false;
  return { findings: findings.filter(found => !isInCircle(found, circles) && !isIgnored(found)), unknown };
}

interface Run {
  readonly document: Document;
  readonly api: Api;
  readonly unread: Unread;
  /** The path items of the resource that a place belongs to. */
  readonly siblingsOf: (file: string, pointer: Pointer) => readonly Pick<Node, 'file' | 'pointer'>[];
  readonly findings: RawFinding[];
  readonly unknown: RawFinding[];
}

/** Holds each object to the specification: always, for what it tells keeps the other rules from what they cannot judge. */
function structureOf(document: Document, findings: RawFinding[]): Action {
  const lookUp = (file: string, ref: string) => targetOf(document, file, ref)?.value;
  const visit: Visit = at =>
    checkStructure(at, lookUp, (where, { nl, en }) => {
      const { file, pointer } = where;
      findings.push({
        rule: 'oas-struct',
        file,
        pointer,
        args: { ...nameAt(where), detail: en, uitleg: nl },
      });
    });
  return { on: 'any', when: 'enter', visit };
}

type Check = Pick<LintRule, 'id' | 'check' | 'checkApi' | 'evidence'> & Pick<BuiltinRule, 'looks'>;

/** What the rule's visitor finds goes into the list, under its id; what rests on an unread part into the other. */
function visitorOf(
  { id, check, checkApi, evidence, looks }: Check,
  { document, api, unread, siblingsOf, findings, unknown }: Run,
): Visitor {
  const asked = new Set<string>();
  const isAsked = (part: string): boolean => asked.has(part);
  const isUnknown = ({ file, pointer }: Pick<RawFinding, 'file' | 'pointer'>): boolean => {
    if (looks) return unread.concerns(file, looks === 'file' ? '' : parent(pointer), () => true);
    return (
      asked.size > 0 &&
      evidence !== 'found' &&
      (evidence === 'resource'
        ? siblingsOf(file, pointer).some(path => unread.concerns(path.file, path.pointer, isAsked))
        : unread.concerns(file, pointer, isAsked))
    );
  };
  const report = (where: Where, args: Args = {}, level?: Level): void => {
    const finding = { rule: id, file: where.file, pointer: where.pointer, args, ...(level ? { level } : {}) };
    (isUnknown(finding) ? unknown : findings).push(finding);
  };
  const context = { document, api, report };
  const visitor = { ...(checkApi && { Root: () => checkApi(context) }), ...check?.(context) };
  return unread.isAny
    ? called(visitor, (visit, args) =>
        listening(
          part => asked.add(part),
          () => visit(...args),
        ),
      )
    : visitor;
}

/** Paths of one resource begin alike: `/zaken`, `/zaken/{uuid}`, `/zaken/{uuid}/lock`. */
function siblings(document: Document, api: Api): Run['siblingsOf'] {
  const placeAt = once(() => places(document, api));
  return (file, pointer) => {
    const stems = new Set(placeAt()(file, pointer).reach.map(({ path }) => path.replace(/\/\{[^/]*\}$/, '')));
    return api.paths.flatMap(({ template, entry }) =>
      [...stems].some(stem => template === stem || template.startsWith(`${stem}/`)) ? [entry] : [],
    );
  };
}

type Call = (...args: readonly unknown[]) => unknown;

/** The same visitor, each of its functions called in some way. */
function called<Visitor>(
  visitor: Visitor,
  call: (visit: Call, args: readonly unknown[]) => unknown,
): Visitor {
  const entries = Object.entries(Object(visitor)).map(([name, visit]) => [
    name,
    typeof visit === 'function'
      ? (...args: readonly unknown[]) => call(visit as Call, args)
      : called(visit, call),
  ]);
  return Object.fromEntries(entries) as Visitor;
}

import {
  type NormalizedProblem,
  normalizeTypes,
  normalizeVisitors,
  type Oas3Rule,
  type Oas3Visitor,
  type SpecVersion,
  type UserContext,
  type WalkContext,
  walkDocument,
} from '@redocly/openapi-core';
import type { Node } from '../../core/node.ts';
import { once } from '../../core/once.ts';
import { lastToken, type Pointer, parent } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import { ownConfig, typesFor } from '../../source/openapi-core.ts';
import type { Api } from '../api.ts';
import type { Level, LintRule, Where } from '../rule.ts';
import type { BuiltinRule } from './builtin.ts';
import { inDutch, inEnglish } from './dutch.ts';
import { mergeVisitors } from './merged-visitors.ts';
import { places } from './places.ts';
import { listening } from './questions.ts';
import type { RawFinding } from './raw-finding.ts';
import { findCircles, isInCircle } from './reference-cycles.ts';
import { listsBehindReferences, plainListsAsReferences } from './reference-lists.ts';
import { besideReferences, visitingReferences } from './reference-siblings.ts';
import { resolved } from './resolved.ts';
import type { Unread } from './unread.ts';

interface Visits {
  readonly ruleId: string;
  readonly severity: 'error';
  readonly visitor: Oas3Visitor;
}

/** What a walk yields. */
export interface Walked {
  readonly findings: readonly RawFinding[];
  /** What would be a finding if the unread part that it rests on were empty. It is none: the part is unknown. */
  readonly unknown: readonly RawFinding[];
}

/** Runs all rules in one walk over the document, references followed, each object visited once. */
export async function walk(
  document: Document,
  api: Api,
  unread: Unread,
  rules: readonly LintRule[],
  builtins: readonly BuiltinRule[],
): Promise<Walked> {
  const config = await emptyConfig();
  const specVersion = specVersionOf(document.version);
  const types = normalizeTypes(config.extendTypes(typesFor(specVersion), specVersion), config);
  const circles = findCircles(document);
  if (!types.Root) throw new Error(`openapi-core describes no root for ${specVersion}`);
  const rootType = types.Root;
  const { root, references: resolvedRefMap } = await resolved(document, circles, rootType);
  const findings: RawFinding[] = [];
  const unknown: RawFinding[] = [];
  const factories = Object.assign({}, ...config.getRulesForSpecVersion('oas3')) as Record<string, Oas3Rule>;
  const checks = [...rules, ...builtins.filter(({ check, checkApi }) => check ?? checkApi)];
  const run: Run = { document, api, unread, siblingsOf: siblings(document, api), findings, unknown };
  const own = [...checks, plainListsAsReferences].map(rule => visitorOf(rule, run));
  const stumbles: TypeError[] = [];
  const stumbled = (error: TypeError): void => void stumbles.push(error);
  const visits: Visits[] = [
    // First and always: once it has found a value of the wrong kind, openapi-core keeps the others away from it.
    ...builtinVisits(STRUCT, factories).map(visits => ({
      ...visits,
      visitor: called(visits.visitor, (visit, args) => visit(...askable(args))),
    })),
    ...mergeVisitors(own).map(visitor => ({ ruleId: 'zds', severity: 'error' as const, visitor })),
    ...builtins
      .filter(({ id }) => id !== STRUCT.id)
      .flatMap(rule => builtinVisits(rule, factories))
      .map(visits => ({
        ...visits,
        visitor: called(visits.visitor, (visit, args) =>
          isAllowed(visits.ruleId, specVersion, args) ? undefined : survive(() => visit(...args), stumbled),
        ),
      })),
  ];
  const ctx: WalkContext = { problems: [], specVersion, config, visitorsData: {} };
  // In 3.0 nothing counts beside a reference.
  const all = specVersion === 'oas3_0' ? visits : visits.map(visitingReferences);
  const normalizedVisitors = normalizeVisitors(all, types);
  walkDocument({ document: root, rootType, normalizedVisitors, resolvedRefMap, ctx });
  const lookers = new Map(builtins.flatMap(({ id, looks }) => (looks ? [[id, looks] as const] : [])));
  const told = ctx.problems.map(foundByBuiltin);
  const lists = listsBehindReferences(document);
  const unexplained = stumbles.find(isFault);
  const isExplained = told.some(({ rule }) => rule === STRUCT.id) || lists.length > 0;
  if (unexplained && !isExplained) throw unexplained;
  for (const found of told) {
    const looks = lookers.get(found.rule);
    const around = looks === 'file' ? '' : parent(found.pointer);
    const isUnknown = looks !== undefined && unread.concerns(found.file, around, () => true);
    (isUnknown ? unknown : findings).push(found);
  }
  // The official schema tells it in 3.0; that of later versions does not look into schemas.
  if (specVersion !== 'oas3_0') findings.push(...lists);
  const isIgnored = specVersion === 'oas3_0' ? besideReferences(document) : () => false;
  return { findings: findings.filter(found => !isInCircle(found, circles) && !isIgnored(found)), unknown };
}

const STRUCT = { id: 'oas-struct', redocly: [{ name: 'struct' }] } as const;

/** The rules that come with openapi-core, and nothing of the user's. Built once: it holds no findings. */
const emptyConfig = once(ownConfig);

const specVersionOf = (version: string): SpecVersion =>
  version.startsWith('3.0') ? 'oas3_0' : version.startsWith('3.1') ? 'oas3_1' : 'oas3_2';

interface Run {
  readonly document: Document;
  readonly api: Api;
  readonly unread: Unread;
  /** The path items of the resource that a place belongs to. */
  readonly siblingsOf: (file: string, pointer: Pointer) => readonly Pick<Node, 'file' | 'pointer'>[];
  readonly findings: RawFinding[];
  readonly unknown: RawFinding[];
}

type Check = Pick<LintRule, 'id' | 'check' | 'checkApi' | 'evidence'>;

/** What the rule's visitor finds goes into the list, under its id; what rests on an unread part into the other. */
function visitorOf(
  { id, check, checkApi, evidence }: Check,
  { document, api, unread, siblingsOf, findings, unknown }: Run,
): Oas3Visitor {
  const asked = new Set<string>();
  const isAsked = (part: string): boolean => asked.has(part);
  const isUnknown = ({ file, pointer }: Pick<RawFinding, 'file' | 'pointer'>): boolean =>
    asked.size > 0 &&
    evidence !== 'found' &&
    (evidence === 'resource'
      ? siblingsOf(file, pointer).some(path => unread.concerns(path.file, path.pointer, isAsked))
      : unread.concerns(file, pointer, isAsked));
  const report = (where: Where, args: Args = {}, level?: Level): void => {
    const finding = { rule: id, ...placeOf(where), args, ...(level ? { level } : {}) };
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

type Visit = (...args: readonly unknown[]) => unknown;

/** The same visitor, each of its functions called in some way. */
function called<Visitor>(
  visitor: Visitor,
  call: (visit: Visit, args: readonly unknown[]) => unknown,
): Visitor {
  const entries = Object.entries(Object(visitor)).map(([name, visit]) => [
    name,
    typeof visit === 'function'
      ? (...args: readonly unknown[]) => call(visit as Visit, args)
      : called(visit, call),
  ]);
  return Object.fromEntries(entries) as Visitor;
}

/**
 * A rule of openapi-core takes the types that OpenAPI asks for around what it visits, and stumbles over another. That
 * is told by `oas-struct`, which does not; what it does not tell is a fault.
 */
function survive(visit: () => unknown, stumbled: (error: TypeError) => void): unknown {
  try {
    return visit();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return stumbled(error);
  }
}

/**
 * An object with fixed fields that openapi-core may ask for its `hasOwnProperty`, as it does, where the document has a
 * member of that name. A map of free names is not asked, and its member keeps its value.
 */
function askable([node, context, ...rest]: readonly unknown[]): readonly unknown[] {
  const { type } = context as UserContext;
  if (!Object.hasOwn(Object(node), 'hasOwnProperty') || !(type.required || type.requiredOneOf))
    return [node, context, ...rest];
  const asked = new Proxy(Object(node), {
    get: (target, name) => (name === 'hasOwnProperty' ? Object.prototype.hasOwnProperty : target[name]),
  });
  return [asked, context, ...rest];
}

/** A Media Type Object may be a reference since 3.2 (OpenAPI 3.2.0, section 4.7.1), which openapi-core does not know. */
const isAllowed = (rule: string, version: SpecVersion, [, context]: readonly unknown[]): boolean =>
  rule === 'oas-strict-refs' &&
  version === 'oas3_2' &&
  (context as UserContext | undefined)?.type?.name === 'MediaType';

/** The rules of openapi-core ask a map for its `hasOwnProperty`, which is data where a property has that name. */
const isFault = ({ message }: TypeError): boolean => !message.endsWith('.hasOwnProperty is not a function');

function placeOf(where: Where): Pick<RawFinding, 'file' | 'pointer'> {
  if ('file' in where) return { file: where.file, pointer: where.pointer };
  return { file: where.source.absoluteRef, pointer: pointerOf(where.pointer) };
}

/** Redocly writes `#/a/b`, and `#/` for the whole document. */
const pointerOf = (redocly: string): Pointer => (redocly === '#/' ? '' : redocly.slice(1));

function builtinVisits(
  rule: Pick<BuiltinRule, 'id' | 'redocly'>,
  factories: Record<string, Oas3Rule>,
): Visits[] {
  return rule.redocly.flatMap(({ name, options }) => {
    const factory = factories[name];
    if (!factory) throw new Error(`openapi-core has no rule ${name}, which ${rule.id} is built on`);
    const made = factory({ severity: 'error', ...options });
    return [made].flat().map(visitor => ({ ruleId: rule.id, severity: 'error' as const, visitor }));
  });
}

function foundByBuiltin({ ruleId, location, message }: NormalizedProblem): RawFinding {
  const [first] = location;
  if (first?.pointer === undefined) throw new Error(`${ruleId} reported no place: ${message}`);
  const place = placeOf({ source: first.source, pointer: first.pointer });
  return {
    rule: ruleId,
    ...place,
    args: {
      name: lastToken(place.pointer) || place.file,
      detail: inEnglish(message),
      uitleg: inDutch(message),
    },
  };
}

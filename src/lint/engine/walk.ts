import { normalizeTypes, type Oas3Rule, type Oas3Visitor, type SpecVersion } from '@redocly/openapi-core';
import type { Node } from '../../core/node.ts';
import { once } from '../../core/once.ts';
import { type Pointer, parent } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import { ownConfig, typesFor } from '../../source/openapi-core.ts';
import type { Api } from '../api.ts';
import type { Level, LintRule, Where } from '../rule.ts';
import type { BuiltinRule } from './builtin.ts';
import { places } from './places.ts';
import { listening } from './questions.ts';
import type { RawFinding } from './raw-finding.ts';
import { placeInFile, type RedoclyRun, redoclyActions } from './redocly-rules.ts';
import { findCircles, isInCircle } from './reference-cycles.ts';
import { listsBehindReferences, plainListsAsReferences } from './reference-lists.ts';
import { besideReferences } from './reference-siblings.ts';
import { resolved } from './resolved.ts';
import { walkTypes } from './typed-walk.ts';
import type { Unread } from './unread.ts';
import { type ActionCall, actionsOf, visitsOf } from './visits.ts';

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
  const { root, references } = await resolved(document, circles, types.Root);
  const findings: RawFinding[] = [];
  const unknown: RawFinding[] = [];
  const factories = Object.assign({}, ...config.getRulesForSpecVersion('oas3')) as Record<string, Oas3Rule>;
  const checks = [...rules, ...builtins.filter(({ check, checkApi }) => check ?? checkApi)];
  const run: Run = { document, api, unread, siblingsOf: siblings(document, api), findings, unknown };
  const own = [...checks, plainListsAsReferences].map(rule => visitorOf(rule, run));
  const stumbles: TypeError[] = [];
  const told: RawFinding[] = [];
  const redocly: RedoclyRun = {
    references,
    specVersion,
    config,
    told: found => void told.push(found),
    stumbled: error => void stumbles.push(error),
  };
  const actions = [
    // First and always: once it has found a value of the wrong kind, it keeps the others away from it.
    ...redoclyActions(STRUCT, factories, redocly),
    ...own.flatMap(visitor => actionsOf(visitor, callOwn)),
    ...builtins
      .filter(({ id }) => id !== STRUCT.id)
      .flatMap(rule => redoclyActions(rule, factories, redocly)),
  ];
  // In 3.0 nothing counts beside a reference.
  walkTypes(root, types, references, visitsOf(actions, specVersion !== 'oas3_0'));
  const lookers = new Map(builtins.flatMap(({ id, looks }) => (looks ? [[id, looks] as const] : [])));
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

/** A document may have a number or null where an object belongs: `oas-struct` tells that, and ours do not get to see it. */
const callOwn: ActionCall = (act, at) => {
  if (typeof at.node === 'object' && at.node !== null) act(at.node, at);
};

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

/** The rules of openapi-core ask a map for its `hasOwnProperty`, which is data where a property has that name. */
const isFault = ({ message }: TypeError): boolean => !message.endsWith('.hasOwnProperty is not a function');

function placeOf(where: Where): Pick<RawFinding, 'file' | 'pointer'> {
  return 'file' in where ? { file: where.file, pointer: where.pointer } : placeInFile(where);
}

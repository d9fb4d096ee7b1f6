import {
  BaseResolver,
  createConfig,
  getTypes,
  type NormalizedProblem,
  normalizeTypes,
  normalizeVisitors,
  type Oas3Rule,
  type Oas3Visitor,
  type Document as ParsedFile,
  ResolveError,
  resolveDocument,
  Source,
  type SpecVersion,
  type WalkContext,
  walkDocument,
} from '@redocly/openapi-core';
import { lastToken, type Pointer } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import type { Api } from '../api.ts';
import type { Level, LintRule, Where } from '../rule.ts';
import type { BuiltinRule } from './builtin.ts';
import { inDutch } from './dutch.ts';
import { mergeVisitors } from './merged-visitors.ts';
import { findCircles, type ReferenceCycle, withoutCircles } from './reference-cycles.ts';

/** A finding before it has a level, a position or a reach. */
export interface RawFinding {
  readonly rule: string;
  readonly file: string;
  readonly pointer: Pointer;
  readonly args: Args;
  /** Where this one weighs less than the rule does. */
  readonly level?: Level;
}

/** Knows the files of the document and nothing else: no disk, no network. */
class ClosedResolver extends BaseResolver {
  readonly #document: Document;
  readonly #parsed: ReadonlyMap<string, ParsedFile>;

  constructor(document: Document, circles: readonly ReferenceCycle[]) {
    super();
    this.#document = document;
    this.#parsed = new Map(
      [...document.files.values()].map(file => [
        file.key,
        { source: new Source(file.key, file.text), parsed: withoutCircles(file, circles) },
      ]),
    );
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    return base === null ? ref : this.#document.locateFile(base, ref);
  }

  override async resolveDocument<T>(base: string | null, ref: string): Promise<ParsedFile<T>> {
    const key = this.resolveExternalRef(base, ref);
    const found = this.#parsed.get(key);
    if (!found) throw new ResolveError(new Error(`${key} is not among the files`));
    return found as ParsedFile<T>;
  }
}

interface Visits {
  readonly ruleId: string;
  readonly severity: 'error';
  readonly visitor: Oas3Visitor;
}

/** Runs all rules in one walk over the document, references followed, each object visited once. */
export async function walk(
  document: Document,
  api: Api,
  rules: readonly LintRule[],
  builtins: readonly BuiltinRule[],
): Promise<RawFinding[]> {
  const config = await emptyConfig();
  const specVersion = specVersionOf(document.version);
  const types = normalizeTypes(config.extendTypes(getTypes(specVersion), specVersion), config);
  const externalRefResolver = new ClosedResolver(document, findCircles(document));
  const root = await externalRefResolver.resolveDocument(null, document.root);
  if (!types.Root) throw new Error(`openapi-core describes no root for ${specVersion}`);
  const rootType = types.Root;
  const resolvedRefMap = await resolveDocument({ rootDocument: root, rootType, externalRefResolver });
  const findings: RawFinding[] = [];
  const factories = Object.assign({}, ...config.getRulesForSpecVersion('oas3')) as Record<string, Oas3Rule>;
  const checks = [...rules, ...builtins.flatMap(({ id, check }) => (check ? [{ id, check }] : []))];
  const own = checks.map(rule => visitorOf(rule, document, api, findings));
  const visits: Visits[] = [
    // First and always: once it has found a value of the wrong kind, openapi-core keeps the others away from it.
    ...builtinVisits(STRUCT, factories),
    ...mergeVisitors(own).map(visitor => ({ ruleId: 'zds', severity: 'error' as const, visitor })),
    ...builtins.filter(({ id }) => id !== STRUCT.id).flatMap(rule => builtinVisits(rule, factories)),
  ];
  const ctx: WalkContext = { problems: [], specVersion, config, visitorsData: {} };
  const normalizedVisitors = normalizeVisitors(visits, types);
  walkDocument({ document: root, rootType, normalizedVisitors, resolvedRefMap, ctx });
  return [...findings, ...ctx.problems.map(foundByBuiltin)];
}

const STRUCT = { id: 'oas-struct', redocly: [{ name: 'struct' }] } as const;

/** The rules that come with openapi-core, and nothing of the user's. Built once: it holds no findings. */
const emptyConfig = memoise(() => createConfig({ rules: {} }));

function memoise<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const specVersionOf = (version: string): SpecVersion =>
  version.startsWith('3.0') ? 'oas3_0' : version.startsWith('3.1') ? 'oas3_1' : 'oas3_2';

/** What the rule's visitor finds goes into the list, under its id. */
function visitorOf(
  { id, check }: Pick<LintRule, 'id' | 'check'>,
  document: Document,
  api: Api,
  findings: RawFinding[],
): Oas3Visitor {
  const report = (where: Where, args: Args = {}, level?: Level): void => {
    findings.push({ rule: id, ...placeOf(where), args, ...(level ? { level } : {}) });
  };
  return check({ document, api, report });
}

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
    args: { name: lastToken(place.pointer) || place.file, detail: message, uitleg: inDutch(message) },
  };
}

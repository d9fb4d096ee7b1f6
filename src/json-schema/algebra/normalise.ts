import { groupedBy } from '../../core/group.ts';
import { equalJson, isArray, isObject, isString, type JsonObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { selectingValues } from '../discriminator.ts';
import { isLeftOut, isOrNull } from '../in-place.ts';
import { JSON_TYPES } from '../json-types.ts';
import {
  childEntries,
  childNode,
  childNodes,
  idOf,
  isReference,
  keyOf,
  keyword,
  type Position,
  type Term,
  toTheLetter,
} from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import {
  type Alternative,
  isWholeType,
  meetAlternatives,
  mergeValues,
  valuesListedIn,
  wholeType,
} from './alternative.ts';
import { closeArrays, closeObjects, closeProduced, hideNames, presenceOf } from './closing.ts';
import { type Implied, impliedByChoice, impliedByNot } from './implications.ts';
import { hasOwnLimits, ownLimits } from './keyword-limits.ts';

/**
 * An `allOf` of n `anyOf` has 2^n alternatives: past this many, and more than either factor has by itself, one factor is
 * left out and the set is inexact.
 */
const MOST_ALTERNATIVES = 128;

type Form = readonly Alternative[];

/**
 * A place as a union of alternatives. Reads JSON Schema 2020-12 as OpenAPI 3.1 uses it, and 3.0's spelling; what it
 * does not model may only make the set larger. So does a schema that refers to itself in place (`A: {allOf: [A]}`), which
 * has no meaning: nothing is proved with it.
 */
export function normalise(space: Workspace, position: Position): Form {
  const key = keyOf(position);
  const known = space.forms.get(key);
  if (known) return known;
  if (space.expanding.has(key)) return UNKNOWN;
  space.expanding.add(key);
  const form = normaliseOnce(space, position);
  space.expanding.delete(key);
  space.forms.set(key, form);
  space.counters.alternatives += form.length;
  return form;
}

function normaliseOnce(space: Workspace, position: Position): Form {
  const readings = groupedBy(position, ({ reading }) => reading.id);
  const forms = [...readings.values()].map(terms => readTerms(space, terms));
  const form = forms.reduce(meet, EVERYTHING);
  return mergeValues(form.flatMap(alternative => withoutExcluded(space, alternative)));
}

/** Of listed values those go that `not` lists too: with none left, the alternative is empty. */
function withoutExcluded(space: Workspace, alternative: Alternative): Form {
  const { values, nots } = alternative;
  if (!values || nots.length === 0) return [alternative];
  const excluded = nots.flatMap(not => normalise(space, not).flatMap(valuesListedIn));
  const left = values.filter(value => !excluded.some(other => equalJson(other, value)));
  if (left.length === values.length) return [alternative];
  return left.length === 0 ? [] : [{ ...alternative, values: left }];
}

const EVERYTHING: Form = JSON_TYPES.map(wholeType);

const inexact = (alternative: Alternative): Alternative => ({ ...alternative, exact: false });

const UNKNOWN: Form = EVERYTHING.map(inexact);

/** Terms that are read in one way: what is hidden and what is closed depends on all of them together. */
function readTerms(space: Workspace, terms: readonly Term[]): Form {
  const reading = terms[0]?.reading;
  const form = terms.map(term => expand(space, term, [])).reduce(meet, EVERYTHING);
  if (!reading) return form;
  const shown = form.map(alternative => hideNames(alternative, reading));
  return reading.role === 'producer' ? closeProduced(shown, terms) : shown;
}

/**
 * The form of one term inside the schemas that lead to it in place. What is cut off there because it leads back to one of
 * them is remembered for the place as a whole and for no other: elsewhere nothing may have to be cut.
 */
function expand(space: Workspace, term: Term, trail: readonly string[]): Form {
  const key = keyOf([term]);
  const known = space.expansions.get(key);
  if (known) return known;
  const id = idOf(term.node);
  // A schema is entered once more, without the choice that led back to it (C8); after that it is a circle.
  if (space.circular.has(id) || trail.filter(one => one === id).length > 1) return cutOff(space, id);
  const before = space.cuts.count;
  const form = expandOnce(space, term, trail);
  if (space.cuts.count === before) space.expansions.set(key, form);
  return form;
}

function cutOff(space: Workspace, id: string): Form {
  space.circular.add(id);
  space.cuts.count += 1;
  return UNKNOWN;
}

function expandOnce(space: Workspace, term: Term, trail: readonly string[]): Form {
  const { node, reading } = term;
  const schema = node.value;
  if (schema === false) return [];
  if (!isObject(schema)) return EVERYTHING;
  const inside = [...trail, idOf(node)];
  const enter = (inner: Node): Form => expand(space, { node: inner, reading }, inside);
  const factors = [
    ...(isReference(node) ? [targetForm(term, enter)] : []),
    // 3.0 ignores what stands beside a reference.
    ...(isReference(node) && node.dialect === '3.0' ? [] : ownFactors(space, term, schema, trail, enter)),
  ];
  const form = closeUnevaluated(term, factors.reduce(meet, EVERYTHING));
  return schema.nullable === true && node.dialect === '3.0'
    ? [...form.filter(({ type }) => type !== 'null'), wholeType('null')]
    : form;
}

type Enter = (inner: Node) => Form;

function targetForm({ node, reading }: Term, enter: Enter): Form {
  const target = reading.resolve(node);
  return target ? enter(target) : UNKNOWN;
}

/** What a schema says beside a reference; a value has to meet each of these. */
function ownFactors(
  space: Workspace,
  term: Term,
  schema: JsonObject,
  trail: readonly string[],
  enter: Enter,
): Form[] {
  const { node, reading } = term;
  const not = childNode(node, 'not');
  return [
    ...(hasOwnLimits(schema) ? [ownLimits(term, schema)] : []),
    ...childNodes(node, 'allOf').map(enter),
    ...(['anyOf', 'oneOf'] as const).flatMap(name => choice(space, term, name, trail, enter)),
    ...(isCondition(schema) ? [conditional(space, term, [...trail, idOf(node)], enter)] : []),
    ...childEntries(node, 'dependentSchemas').map(([name, dependent]) => {
      const asked = enter(dependent);
      return asked.length === EVERYTHING.length && asked.every(isWholeType)
        ? EVERYTHING
        : [...absent(term, name), ...meet(requiring(name), asked)].map(asCase);
    }),
    ...(not ? [excluding(space, { node: not, reading: toTheLetter(reading) })] : []),
  ];
}

function choice(
  space: Workspace,
  term: Term,
  name: 'anyOf' | 'oneOf',
  trail: readonly string[],
  enter: Enter,
): Form[] {
  if (!isArray(keyword(term.node, name))) return [];
  const implied = name === 'anyOf' ? impliedByChoice(term.node) : undefined;
  if (implied) return [asking(implied)];
  if (!isLeftOut(term.node, name, trail, term.reading.resolve)) return [branches(term, name, enter)];
  space.cuts.count += 1;
  // A schema that is a branch of itself is no child of it that says more: nothing is known of it.
  return trail.at(-2) === idOf(term.node) ? [UNKNOWN] : [];
}

function closeUnevaluated({ node, reading }: Term, form: Form): Form {
  const names = childNode(node, 'unevaluatedProperties');
  const items = childNode(node, 'unevaluatedItems');
  const closed = names ? closeObjects(form, [{ node: names, reading }]) : form;
  return items ? closeArrays(closed, [{ node: items, reading }]) : closed;
}

const asCase = (alternative: Alternative): Alternative =>
  alternative.type === 'object' ? { ...alternative, isConditional: true } : alternative;

function meet(left: Form, right: Form): Form {
  if (left === EVERYTHING) return right;
  if (right === EVERYTHING || left === right) return left;
  const most = Math.max(MOST_ALTERNATIVES, left.length, right.length);
  const met: Alternative[] = [];
  for (const one of left) {
    for (const other of right) {
      const both = meetAlternatives(one, other);
      if (both) met.push(both);
      if (met.length > most) return coarser(left, right).map(inexact);
    }
  }
  return met;
}

/** The factor that says most per alternative: the one with the fewest. */
const coarser = (left: Form, right: Form): Form => (left.length <= right.length ? left : right);

/** C3: the branches of `oneOf` are read as a union, as those of `anyOf` are. */
function branches(term: Term, name: 'anyOf' | 'oneOf', enter: (inner: Node) => Form): Form {
  const discriminator = childNode(term.node, 'discriminator');
  const property = discriminator && keyword(discriminator, 'propertyName');
  const nodes = childNodes(term.node, name);
  const alternatives = nodes.flatMap(branch => {
    const read = isOrNull(term.node, branch) ? [wholeType('null')] : enter(branch);
    const form = read.map(alternative => (alternative.branch ? alternative : { ...alternative, branch }));
    if (!discriminator || !isString(property) || !term.reading.discriminators.has(property)) return form;
    const reference = keyword(branch, '$ref');
    const values = isString(reference) ? selectingValues(discriminator.value, reference) : [];
    return values.length === 0
      ? form
      : form.flatMap(alternative => demand(term, alternative, property, values));
  });
  // What several branches lead to counts once: choices of choices of one schema would double at each step.
  const form = [...new Set(alternatives)];
  return form.length > Math.max(MOST_IN_UNION, 2 * nodes.length) ? ofTypes(form) : form;
}

/** Choices inside each other that each say more double as well; past this many only their types are known. */
const MOST_IN_UNION = 512;

const ofTypes = (form: Form): Form =>
  [...new Set(form.map(({ type }) => type))].map(type => inexact(wholeType(type)));

function demand(
  term: Term,
  alternative: Alternative,
  property: string,
  values: readonly string[],
): Alternative[] {
  if (alternative.type !== 'object') return [];
  const node: Node = {
    file: `${term.node.file}?${property}=${values.join()}`,
    pointer: term.node.pointer,
    value: { enum: values },
    dialect: '3.1',
    origin: term.node,
  };
  const both = meetAlternatives(alternative, {
    ...wholeType('object'),
    objects: [{ properties: new Map([[property, [{ node, reading: term.reading }]]]), patterns: new Map() }],
    required: new Set([property]),
  });
  return both ? [both] : [];
}

/** Alone an `if` refuses nothing, and neither do the others without it (JSON Schema 2020-12 Core, 10.2.2). */
const isCondition = (schema: JsonObject): boolean =>
  schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined);

/** `if` and `then`, or neither `if` but `else`. */
function conditional(
  space: Workspace,
  { node, reading }: Term,
  trail: readonly string[],
  enter: (inner: Node) => Form,
): Form {
  const test = childNode(node, 'if');
  if (!test) return EVERYTHING;
  const [then, otherwise] = [childNode(node, 'then'), childNode(node, 'else')].map(
    branch => branch && enter(branch),
  );
  const letter = { node: test, reading: toTheLetter(reading) };
  const holds = expand(space, letter, trail);
  const isWithoutParts = holds.every(({ objects, arrays }) => objects.length + arrays.length === 0);
  if (isWithoutParts && (then ?? EVERYTHING) === (otherwise ?? EVERYTHING)) return then ?? EVERYTHING;
  return [
    ...meet(then ?? EVERYTHING, holds),
    ...meet(otherwise ?? EVERYTHING, complement(space, letter)),
  ].map(alternative => ({ ...alternative, isConditional: true }));
}

/** Everything outside a schema, or what that says in the words of 3.0. */
function excluding(space: Workspace, term: Term): Form {
  const of = impliedByNot(term.node);
  if (!of) return complement(space, term);
  const contains = [{ of: [{ ...term, node: of }], least: 1, most: Number.POSITIVE_INFINITY }];
  return EVERYTHING.map(alternative =>
    alternative.type === 'array' ? { ...alternative, contains } : alternative,
  );
}

/** Everything outside a schema: whole types and listed values are taken out, the rest is kept as a limit. */
function complement(space: Workspace, term: Term): Form {
  const inside = normalise(space, [term]);
  if (inside === UNKNOWN) {
    space.cuts.count += 1;
    return UNKNOWN;
  }
  return EVERYTHING.flatMap(alternative => {
    const same = inside.filter(({ type }) => type === alternative.type);
    if (same.length === 0) return [alternative];
    if (same.some(isWholeType)) return [];
    return [{ ...alternative, nots: [[term]] }];
  });
}

/** Values that lack a name: `dependentSchemas` asks nothing of them. */
const absent = ({ node, reading }: Term, name: string): Form => {
  const not = [{ node: presenceOf(name, node), reading: toTheLetter(reading) }];
  return EVERYTHING.map(alternative =>
    alternative.type === 'object' ? { ...alternative, nots: [not] } : alternative,
  );
};

const asking = ({ name, names }: NonNullable<Implied['dependent']>): Form =>
  EVERYTHING.map(alternative =>
    alternative.type === 'object'
      ? { ...alternative, dependent: new Map([[name, new Set(names)]]) }
      : alternative,
  );

const requiring = (name: string): Form => [{ ...wholeType('object'), required: new Set([name]) }];

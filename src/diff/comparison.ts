import type { Node } from '../core/node.ts';
import { sameText } from '../json-schema/algebra/same-text.ts';
import type { Difference } from '../json-schema/compare/difference.ts';
import { createWitnessValidator, type Validate } from '../json-schema/validator/witness-validator.ts';
import { openWorkspace, type Workspace } from '../json-schema/workspace.ts';
import { readingsOf, type Side } from '../openapi/exchange.ts';
import { messagesOf } from '../openapi/message.ts';
import { discriminatorsIn, operationsOf } from '../openapi/operations.ts';
import { type Document, resolver, rootNode } from '../source/index.ts';
import { accessOf, type CredentialAccess } from './credentials.ts';
import type { Assessment, MessagePair, PairOfPlaces, Walk } from './message-pair.ts';
import { isInOtherFiles, type Sides, type SideView } from './sides.ts';
import { untouchedIn } from './untouched.ts';

/** Everything that the parts of a comparison share. */
export interface Comparison extends Sides {
  readonly space: Workspace;
  readonly validate: Validate;
  /** What operations ask of who calls them. */
  readonly access: CredentialAccess;
  /** What was assessed before, so that a shared schema is assessed once: for whom, and how the value is written. */
  readonly assessments: Map<Difference, Map<string, Assessment>>;
  /** Messages that were walked before. */
  readonly walks: Map<MessagePair, Walk>;
  /** What differs between two schemas, for each direction; `undefined` where nothing does. */
  readonly pairs: Map<string, PairOfPlaces | undefined>;
}

export function compare(old: Document, next: Document): Comparison {
  const [before, after] = [contractOf(old).discriminators, contractOf(next).discriminators];
  // C3: a discriminator that only one side knows would refuse what nobody meant to refuse.
  const shared = new Set([...before].filter(name => after.has(name)));
  const sides = { old: view('old', old, shared), next: view('next', next, shared) };
  const space = openWorkspace(untouchedIn(sides.old, sides.next, isInOtherFiles(sides)));
  return {
    space,
    validate: createWitnessValidator(space.counters),
    assessments: new Map(),
    walks: new Map(),
    pairs: new Map(),
    access: accessOf(sides),
    ...sides,
  };
}

/** Whether both documents write the same at a node, references followed: then there is nothing to tell of it. */
export const isUnchanged = ({ space, old, next }: Comparison, before: Node, after: Node): boolean =>
  sameText(
    space,
    { node: before, reading: old.readings('consumer', 'readOnly') },
    { node: after, reading: next.readings('consumer', 'readOnly') },
  );

type Contract = Pick<SideView, 'root' | 'resolve' | 'operations'> & {
  readonly discriminators: ReadonlySet<string>;
};

const contracts = new WeakMap<Document, Contract>();

/** What a document says whatever it is compared with, worked out once: a review compares one with several others. */
function contractOf(document: Document): Contract {
  const known = contracts.get(document);
  if (known) return known;
  const [root, resolve] = [rootNode(document), resolver(document)];
  const values = [...document.files.values()].map(({ value }) => value);
  const found = {
    root,
    resolve,
    operations: operationsOf(root, resolve),
    discriminators: discriminatorsIn(values),
  };
  contracts.set(document, found);
  return found;
}

function view(side: Side, document: Document, discriminators: ReadonlySet<string>): SideView {
  const { root, resolve, operations } = contractOf(document);
  const messages = messagesOf(resolve);
  return {
    document,
    root,
    resolve,
    operations,
    messages,
    readings: readingsOf(side, messages.resolve, discriminators),
  };
}

import { lastToken, parent } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import { keywordsWhere } from '../../vocabulary/schema.ts';
import { childNode, isReference } from '../../vocabulary/tree.ts';
import type { LintRule } from '../rule.ts';
import { inDutch } from './dutch.ts';
import type { RawFinding } from './raw-finding.ts';

/** Where OpenAPI has lists. A property or component may have such a name too. */
const LISTS: ReadonlySet<string> = new Set([
  ...keywordsWhere(({ holds }) => holds === 'list'),
  ...['required', 'enum', 'parameters', 'tags', 'servers', 'security'],
]);

const NAMES: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'schemas', '$defs']);

/**
 * Lists that are a reference, which OpenAPI does not allow. The walk follows it, as it does all
 * references.
 */
export const listsBehindReferences = ({ files }: Document): RawFinding[] =>
  [...files.values()].flatMap(({ key: file, references }) =>
    references
      .filter(({ pointer }) => LISTS.has(lastToken(pointer)) && !NAMES.has(lastToken(parent(pointer))))
      .map(({ pointer }) => ({ rule: RULE, file, pointer, args: argsOf(lastToken(pointer)) })),
  );

const RULE = 'oas-struct';

const DETAIL = 'must be array';

const argsOf = (name: string): Args => ({ name, detail: DETAIL, uitleg: inDutch(DETAIL) });

/** The same of lists of plain values, in which nothing is a reference: since 3.1, as the official schema tells it of 3.0. */
export const plainListsAsReferences: Pick<LintRule, 'id' | 'check'> = {
  id: RULE,
  check: ({ api, report }) => ({
    Schema(value, { location }) {
      const node = api.nodeAt(location, value);
      for (const keyword of node.dialect === '3.0' ? [] : ['required', 'enum']) {
        const list = childNode(node, keyword);
        if (list && isReference(list)) report(location.child(keyword), argsOf(keyword));
      }
    },
  }),
};

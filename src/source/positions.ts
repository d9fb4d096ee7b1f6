import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
  type Document as YamlTree,
} from 'yaml';
import { type Pointer, tokens } from '../model/pointer.ts';

/** Counts from 1; the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Tree {
  readonly tree: YamlTree.Parsed;
  readonly lines: LineCounter;
}

/** Parsing with positions takes several times as long as without, so it waits until something is printed. */
const trees = new WeakMap<object, Tree>();

function treeOf(file: { readonly text: string }): Tree {
  const known = trees.get(file);
  if (known) return known;
  const lines = new LineCounter();
  const tree = parseDocument(file.text, {
    lineCounter: lines,
    merge: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const parsed = { tree, lines };
  trees.set(file, parsed);
  return parsed;
}

/** Where a pointer leads: the key of a member, the start of an item; the nearest ancestor where there is nothing. */
export function positionIn(file: { readonly text: string }, pointer: Pointer): Position {
  const { tree, lines } = treeOf(file);
  let node: unknown = tree.contents;
  let offset = tree.contents?.range?.[0] ?? 0;
  for (const token of tokens(pointer)) {
    if (isAlias(node)) node = node.resolve(tree);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
      if (!pair) break;
      offset = (pair.key as YamlNode).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(token)] as YamlNode | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

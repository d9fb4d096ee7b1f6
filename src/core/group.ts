/** What has one key in common: at least one. */
type Grouped<Item> = [Item, ...Item[]];

/** The values of each key, keys and values in the order in which they turn up. */
export function grouped<Key, Item>(pairs: Iterable<readonly [Key, Item]>): Map<Key, Grouped<Item>> {
  const groups = new Map<Key, Grouped<Item>>();
  for (const [key, item] of pairs) {
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The items under what they have in common, in the order in which that turns up. */
export const groupedBy = <Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Grouped<Item>> => grouped(items.map((item): [Key, Item] => [keyOf(item), item]));

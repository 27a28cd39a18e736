/** A list that has an item at least. */
export type Some<Item> = [Item, ...Item[]];

/** Items by a key, in their order; the keys in the order in which they come up. */
export function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Some<Item>> {
  const groups = new Map<Key, Some<Item>>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

/** Puts an item to the end of the list that a key has. */
export function addTo<Item, Key>(groups: Map<Key, Some<Item>>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

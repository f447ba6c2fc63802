/**
 * Goes through two sequences that are each in order as through one in order; of two equals, the first's comes first. Reads no
 * further in either than it has to.
 */
export function* merge<Item>(
  first: Iterator<Item>,
  second: Iterator<Item>,
  positionOf: (item: Item) => number,
): Generator<Item> {
  let one = first.next();
  let other = second.next();
  while (!one.done || !other.done) {
    if (other.done || (!one.done && positionOf(one.value) <= positionOf(other.value))) {
      yield one.value;
      one = first.next();
    } else {
      yield other.value;
      other = second.next();
    }
  }
}

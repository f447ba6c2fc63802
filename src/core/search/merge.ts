/** Merges two sorted sequences lazily. Of equal items, those of `first` come first. */
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

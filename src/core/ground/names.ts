/**
 * Records whose names others choose. A plain object answers to `constructor` and `toString` as well, so that looking a
 * foreign name up in one gives a function, and writing `__proto__` changes what it inherits.
 */

/** A table that is looked up by foreign names; it has no names but its own. */
export const tableOf = <Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.assign(Object.create(null), entries)

/** An empty record that takes any name. */
export const bare = <Value>(): Record<string, Value> => Object.create(null)

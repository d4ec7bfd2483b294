/** A number with its word: `1 thing`, `3 things`, `2 copies`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

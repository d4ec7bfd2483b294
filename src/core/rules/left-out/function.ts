/** Rules of function/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'function/in-use-delete': 'It concerns a deletion; the plan takes a function off its behaviors first.',
  'function/kvs-duplicate-key':
    'The file to import is in a bucket, and what was read of a store has each key once.',
  'function/kvs-update-batch':
    'It concerns an update of keys, which is an operation and no part of a design.',
}

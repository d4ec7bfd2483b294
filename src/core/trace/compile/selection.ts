/** Which names of headers, cookies or query parameters a policy takes. */
export interface Selection {
  readonly mode: 'none' | 'all' | 'listed' | 'allExcept'
  /** As written (headers in lower case), for the story. */
  readonly names: readonly string[]
  readonly takes: (name: string) => boolean
}

const never = () => false
const always = () => true
export const takesNone: Selection = { mode: 'none', names: [], takes: never }
export const takesAll: Selection = { mode: 'all', names: [], takes: always }

/** `*` is any run of characters and `?` one; the only wildcards that CloudFront knows. */
export const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^]*')
      .replaceAll('?', '[^]')}$`,
  )

export interface SelectionOptions {
  readonly ignoresCase?: boolean
  /** Names may hold `*` and `?` (legacy cookie lists). */
  readonly wildcards?: boolean
}

function matcher(names: readonly string[], { wildcards }: SelectionOptions): (name: string) => boolean {
  if (wildcards && names.some((name) => /[*?]/.test(name))) {
    const patterns = names.map(wildcard)
    return (name) => patterns.some((pattern) => pattern.test(name))
  }
  const set = new Set(names)
  return (name) => set.has(name)
}

/** The selection of a policy's `…Behavior` word and its list. */
export function selectionOf(
  behavior: string | undefined,
  list: readonly string[],
  options: SelectionOptions = {},
): Selection {
  // What a text gives may be a number where a name is due.
  const texts = list.map((name) => String(name))
  const names = options.ignoresCase ? texts.map((name) => name.toLowerCase()) : texts
  const listed = matcher(names, options)
  if (behavior === 'all') return takesAll
  if (behavior === 'allExcept') return { mode: 'allExcept', names, takes: (name) => !listed(name) }
  if (behavior === 'whitelist') return { mode: 'listed', names, takes: listed }
  return takesNone
}

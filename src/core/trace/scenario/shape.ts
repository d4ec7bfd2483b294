/** The shapes that a scenario file may have, small enough to name every wrong field together with its place. */
export interface ShapeProblem {
  /** JSON pointer into the file. */
  readonly path: string
  readonly message: string
}

/** Finds what is wrong with a value; `path` is where it stands. */
export type Shape = (value: unknown, path: string) => ShapeProblem[]

const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`
const wrong = (path: string, wanted: string, value: unknown): ShapeProblem[] => [
  { path, message: `${path === '' ? 'The file' : path} is ${kindOf(value)} where ${wanted} belongs.` },
]
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const step = (path: string, name: string | number) =>
  `${path}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

export const anything: Shape = () => []
export const text: Shape = (value, path) => (typeof value === 'string' ? [] : wrong(path, 'text', value))

/** A whole number of at least `least`, at most `most`. */
export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Shape =>
  (value, path) => {
    if (typeof value !== 'number') return wrong(path, 'a number', value)
    if (Number.isInteger(value) && value >= least && value <= most) return []
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
    return [{ path, message: `${path} is ${value}; it takes a whole number ${range}.` }]
  }

/** A number that is not negative; fractions are allowed. */
export const amount: Shape = (value, path) => {
  if (typeof value !== 'number') return wrong(path, 'a number', value)
  return value >= 0 ? [] : [{ path, message: `${path} is ${value}; time runs forwards only.` }]
}

export const oneOf =
  (...choices: readonly string[]): Shape =>
  (value, path) =>
    typeof value === 'string' && choices.includes(value)
      ? []
      : [{ path, message: `${path} is ${JSON.stringify(value)}; it takes one of ${choices.join(', ')}.` }]

export const listOf =
  (item: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => item(each, step(path, index)))
      : wrong(path, 'a list', value)

export const recordOf =
  (item: Shape): Shape =>
  (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => item(each, step(path, name)))
      : wrong(path, 'an object', value)

/** Fits where either shape fits; tells the first one's problems. */
export const either =
  (first: Shape, second: Shape): Shape =>
  (value, path) => {
    const problems = first(value, path)
    return problems.length === 0 || second(value, path).length === 0 ? [] : problems
  }

export interface ObjectOptions {
  readonly required?: readonly string[]
  /** Further fields are fine. */
  readonly open?: boolean
}

/** An object of these fields; a field that is not among them is told, with those there are. */
export const objectOf =
  (fields: Readonly<Record<string, Shape>>, { required = [], open = false }: ObjectOptions = {}): Shape =>
  (value, path) => {
    if (!isObject(value)) return wrong(path, 'an object', value)
    const missing = required
      .filter((name) => value[name] === undefined)
      .map((name) => ({ path, message: `${path === '' ? 'The file' : path} lacks “${name}”.` }))
    const found = Object.entries(value).flatMap(([name, each]) => {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (shape) return shape(each, step(path, name))
      const names = Object.keys(fields).join(', ')
      return open
        ? []
        : [
            {
              path: step(path, name),
              message: `${path === '' ? 'The file' : path} has no field “${name}”; it has ${names}.`,
            },
          ]
    })
    return [...missing, ...found]
  }

/**
 * The one door for a design that was not made here just now: a file, a link, the browser's storage, another tab. What
 * lies in a resource's config is AWS's and kept as it is; everything that is ours is checked to the last level.
 */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { migrate, newestVersion } from './migrations/index.ts'
import type { TreeMap } from './tree.ts'

type Fields = Readonly<Record<string, unknown>>
const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isMapOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  isMap(value) && Object.values(value).every(isOne)
const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne)
const isMapOrNone = (value: unknown): boolean => value === undefined || isMap(value)

const isRule = (rule: unknown): boolean =>
  isMap(rule) && isMapOrNone(rule['match']) && isMapOrNone(rule['response'])
const isScripts = (value: unknown): boolean => isMapOf(value, (rules) => isListOf(rules, isRule))
const isScenario = (value: unknown): boolean =>
  isMap(value) &&
  isText(value['name']) &&
  isListOf(value['steps'], isMap) &&
  (value['origins'] === undefined || isScripts(value['origins'])) &&
  isMapOrNone(value['account']) &&
  isMapOrNone(value['functionResults'])
const isPosition = (value: unknown): boolean => isMap(value) && isNumber(value['x']) && isNumber(value['y'])
const isPlace = (value: unknown): boolean =>
  isPosition(value) && isMap(value) && (value['beside'] === undefined || isPosition(value['beside']))
const isSticky = (value: unknown): boolean =>
  isPosition(value) &&
  isMap(value) &&
  (value['kind'] === 'note' || value['kind'] === 'frame') &&
  isText(value['text']) &&
  isNumber(value['width']) &&
  isNumber(value['height'])
const isSuppression = (value: unknown): boolean =>
  isMap(value) &&
  isText(value['rule']) &&
  isText(value['reason']) &&
  (value['path'] === undefined || isText(value['path']))
const isSource = (value: unknown): boolean =>
  isMap(value) &&
  isText(value['format']) &&
  isText(value['text']) &&
  (value['parameters'] === undefined || isMapOf(value['parameters'], isText))

/** What each part of ours has to be, where it is there at all. */
const parts: readonly (readonly [part: string, isOne: (value: unknown) => boolean, due: string])[] = [
  ['layout', (value) => isMapOf(value, isPlace), 'must be an object of places with “x” and “y”'],
  [
    'scenarios',
    (value) => isListOf(value, isScenario),
    'must be a list of scenarios with “name” and “steps”',
  ],
  ['originScripts', isScripts, 'must be an object of lists of rules by origin Id'],
  ['functionResults', isMap, 'must be an object of what functions give, by name'],
  ['suppressions', (value) => isListOf(value, isSuppression), 'must be a list of rules with a reason'],
  ['notes', (value) => isMapOf(value, isText), 'must be an object of texts'],
  [
    'stickies',
    (value) => isMapOf(value, isSticky),
    'must be an object of notes and frames with “kind”, “text”, “x”, “y”, “width” and “height”',
  ],
  [
    'environments',
    (value) => isMapOf(value, (values) => isMapOf(values, isText)),
    'must be an object of values by parameter, by environment',
  ],
  ['source', isSource, 'must have a “format” and a “text”'],
]

function faultOf(root: Fields): string | undefined {
  const { formatVersion, resources } = root
  if (typeof formatVersion !== 'number')
    return '“formatVersion” is missing, so this is not a Frontage design.'
  if (formatVersion > newestVersion)
    return `This design was made by a newer version of Frontage (format ${formatVersion}; this one reads up to ${newestVersion}). Update Frontage to open it.`
  if (!isMap(resources)) return '“resources” of the design must be an object of resources by name.'
  for (const [id, resource] of Object.entries(resources))
    if (!isMap(resource) || !isText(resource['type']) || !isMap(resource['config']))
      return `The resource “${id}” needs a “type” and a “config”.`
  for (const [part, isOne, due] of parts)
    if (root[part] !== undefined && !isOne(root[part])) return `“${part}” of the design ${due}.`
  return undefined
}

/** The design that a value is, or in one sentence why it is none. */
export function wholeDesign(value: unknown): Result<DesignDocument, string> {
  if (!isMap(value)) return failed('A design is a JSON object.')
  const fault = faultOf(value)
  if (fault !== undefined) return failed(fault)
  // The envelope was checked above; configs are read through known() and without misfits everywhere.
  const document = migrate(value as TreeMap) as unknown as DesignDocument
  return ok({ ...document, layout: document.layout ?? {}, scenarios: document.scenarios ?? [] })
}

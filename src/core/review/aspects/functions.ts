import { createTwoFilesPatch } from 'diff'
import { known, knownItems } from '#core/model/field.ts'
import type { Aspect } from '#core/review/aspect.ts'
import type { Difference } from '#core/review/change.ts'
import { type Here, settingPointer } from '#core/review/side.ts'
import { expressionsIn } from '#core/review/unknown.ts'
import type { CompiledBehavior, CompiledFunction, FunctionEvent } from '#core/trace/compile/compiled.ts'

const events: readonly FunctionEvent[] = [
  'viewer-request',
  'origin-request',
  'origin-response',
  'viewer-response',
]

const kind = ({ type }: CompiledFunction) =>
  type === 'lambda@edge' ? 'Lambda@Edge function' : 'CloudFront function'
const spoken = (fn: CompiledFunction) => `the ${kind(fn)} “${fn.name}”`
const words = ({ functions }: CompiledBehavior) =>
  events.flatMap((event) => (functions[event] ? [`${functions[event].name} on ${event}`] : [])).join(', ') ||
  'none'

/** What the field of the association says, where the code behind it is not in the design. */
function written({ raw, side: { document } }: Here, event: FunctionEvent): string {
  const field =
    knownItems(raw.FunctionAssociations).find(({ EventType }) => known(EventType) === event)?.FunctionARN ??
    knownItems(raw.LambdaFunctionAssociations).find(({ EventType }) => known(EventType) === event)
      ?.LambdaFunctionARN
  const [first] = expressionsIn(document, field)
  return first?.key ?? JSON.stringify(field ?? null)
}

/** Equal for functions that do the same; their names make no difference. */
function effect(here: Here, event: FunctionEvent, fn: CompiledFunction): string {
  const { type, language, handler, includeBody, timeoutMs, code, keyValueStores, path } = fn
  const stores = Object.keys(keyValueStores).sort()
  const identity = code ?? [written(here, event), path[0] === 'resources' ? codeElsewhere(here, fn) : null]
  return JSON.stringify([type, language, handler, includeBody, timeoutMs, stores, identity])
}

/** The configuration of a function whose code is elsewhere (an S3 object, an image), as far as it decides what runs. */
function codeElsewhere({ side: { document } }: Here, { path }: CompiledFunction): unknown {
  const config = document.resources[String(path[1])]?.config as Readonly<Record<string, unknown>> | undefined
  return config && [config['Code'], config['CodeUri'], config['Runtime'], config['Handler']]
}

function added(here: Here, event: FunctionEvent, fn: CompiledFunction): Difference {
  return {
    before: 'none',
    after: `${fn.name} on ${event}`,
    severity: 'change',
    text: `${spoken(fn)[0]?.toUpperCase()}${spoken(fn).slice(1)} now runs on each ${event}; it may change what is asked for and what is answered, and each run is charged.`,
    kinds: ['cost'],
    setting: settingPointer(here.side, fn.path),
    shownBy: [{}],
  }
}

function removed(here: Here, event: FunctionEvent, fn: CompiledFunction): Difference {
  return {
    before: `${fn.name} on ${event}`,
    after: 'none',
    severity: 'danger',
    text: `${spoken(fn)[0]?.toUpperCase()}${spoken(fn).slice(1)} no longer runs on the ${event}: what it checked, rewrote or added is gone.`,
    kinds: [],
    setting: settingPointer(here.side, [
      ...here.behavior.path,
      fn.type === 'lambda@edge' ? 'LambdaFunctionAssociations' : 'FunctionAssociations',
    ]),
    shownBy: [{}],
  }
}

/** Paths that the changed lines of a function's code name. */
const pathsIn = (diff: string): string[] =>
  diff
    .split('\n')
    .filter((line) => /^[-+](?![-+])/.test(line))
    .flatMap((line) => [...line.matchAll(/(["'`])(\/[^"'`\s]*)\1/g)].map(([, , path = '/']) => path))
    .flatMap((path) => [path, `${path.replace(/\/$/, '')}/x`])
    .slice(0, 12)

function changed(before: Here, after: Here, event: FunctionEvent): Difference | undefined {
  const [old, now] = [before.behavior.functions[event], after.behavior.functions[event]]
  if (!old || !now || effect(before, event, old) === effect(after, event, now)) return undefined
  const isKnown = old.code !== null && now.code !== null
  const isEdit = isKnown && old.code !== now.code
  const diff = isEdit
    ? createTwoFilesPatch(old.name, now.name, old.code ?? '', now.code ?? '', '', '', { context: 2 })
    : undefined
  const said =
    old.name === now.name
      ? `${kind(now)} “${now.name}”`
      : `${kind(old)} “${old.name}” is replaced by ${spoken(now)}`
  return {
    before: `${old.name} on ${event}`,
    after: `${now.name} on ${event}`,
    severity: 'change',
    text: isEdit
      ? `The code of the ${said} on the ${event} changes.`
      : isKnown
        ? `The settings of the ${said} on the ${event} change.`
        : `The ${said} on the ${event} is another version; its code is not in this source, so what it does is not known here.`,
    setting: settingPointer(after.side, now.path),
    shownBy: [{}, ...pathsIn(diff ?? '').map((path) => ({ path }))],
    ...(diff !== undefined && { diff }),
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions.html */
export const functions: Aspect = {
  what: 'functions',
  title: 'What functions run',
  reads: () => [],
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => [...behavior.path, 'FunctionAssociations'],
  *compare(before, after) {
    for (const event of events) {
      const [old, now] = [before.behavior.functions[event], after.behavior.functions[event]]
      if (!old && now) yield added(after, event, now)
      else if (old && !now) yield removed(after, event, old)
      else {
        const difference = changed(before, after, event)
        if (difference) yield difference
      }
    }
  },
}

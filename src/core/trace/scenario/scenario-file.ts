/** The form of scenario files: every wrong field is told with its place. */
import { tableOf } from '#core/ground/names.ts'
import type { Json } from '#core/model/field.ts'
import type { Scenario } from '#core/model/scenario.ts'
import {
  amount,
  anything,
  either,
  listOf,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
  type ShapeProblem,
  text,
  whole,
} from './shape.ts'

/** A scenario of a file, with where its design comes from: inline, or a source beside the file. */
export interface FileScenario extends Scenario {
  readonly template?: Json
  readonly source?: string
}

const headers = recordOf(either(text, listOf(text)))
const faults = oneOf(
  'connect-timeout',
  'connection-refused',
  'response-timeout',
  'tls',
  'dns',
  'connection-reset',
)
const tiers = oneOf('edge', 'regional-edge-cache', 'origin-shield', 'regional', 'rec', 'shield')

const date: Shape = (value, path) => {
  const problems = text(value, path)
  if (problems.length > 0 || !Number.isNaN(Date.parse(String(value)))) return problems
  return [{ path, message: `${path} is “${value}”, which is no date; write it as 2026-01-01T00:00:00Z.` }]
}

const viewer = objectOf(
  { ip: text, country: text, pop: text, httpVersion: oneOf('1.0', '1.1', '2', '3') },
  { open: true },
)
const request = objectOf({ method: text, url: text, headers, body: text, viewer }, { required: ['url'] })

const resultFields = [
  'status',
  'headers',
  'body',
  'behavior',
  'xCache',
  'resultType',
  'detailedResultType',
  'servedBy',
  'cacheKey',
  'ttl',
  'originRequests',
  'functions',
  'events',
]
const expectation = objectOf(Object.fromEntries(resultFields.map((name) => [name, anything])))

const functionFields = ['event', 'output', 'logs', 'error', 'status', 'generatedResponse', 'utilization']
const functionExpectation = objectOf(Object.fromEntries(functionFields.map((name) => [name, anything])))

const originRule = objectOf({
  match: objectOf({ method: text, path: text, headers: recordOf(text), query: text }),
  response: objectOf({ status: whole(100, 999), headers, body: text, bodySize: whole(0) }),
  error: faults,
  times: whole(0),
})

const stepKinds: Readonly<Record<string, Shape>> = tableOf({
  request: objectOf({ request, expect: expectation }),
  advance: objectOf({ advance: amount }),
  invalidate: objectOf({ invalidate: listOf(text) }),
  evict: objectOf({ evict: objectOf({ tier: tiers, pop: text }, { required: ['tier'] }) }),
  function: objectOf(
    { function: text, event: objectOf({}, { open: true }), expect: functionExpectation },
    { required: ['event'] },
  ),
})

/** A step is told by its one verb. */
const step: Shape = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return objectOf({})(value, path)
  const kind = Object.keys(stepKinds).find((name) => name in value)
  const shape = kind === undefined ? undefined : stepKinds[kind]
  if (shape) return shape(value, path)
  return [{ path, message: `${path} is no step: it has none of ${Object.keys(stepKinds).join(', ')}.` }]
}

const account = objectOf({
  accountId: text,
  certificates: listOf(anything),
  publicKeys: listOf(
    objectOf({ logicalId: text, Id: text, EncodedKey: text }, { required: ['logicalId', 'Id'] }),
  ),
  keyValueStores: recordOf(recordOf(text)),
  policyIds: listOf(text),
  readAt: date,
  functions: listOf(anything),
  quotaOverrides: recordOf(anything),
  quotaUsage: recordOf(anything),
  dedicatedIpCertificates: listOf(text),
  vpcOrigins: listOf(objectOf({ Id: text, Status: text }, { required: ['Id', 'Status'] })),
})

const scenario = objectOf(
  {
    name: text,
    docs: text,
    basis: text,
    template: anything,
    source: text,
    distribution: text,
    now: date,
    account,
    origins: recordOf(listOf(originRule)),
    functionResults: recordOf(anything),
    steps: listOf(step),
  },
  { required: ['name', 'steps'] },
)

/** What is wrong with the JSON of a scenario file, each with a JSON pointer; empty where nothing is. */
export function scenarioProblems(json: unknown): ShapeProblem[] {
  const isList = typeof json === 'object' && json !== null && 'scenarios' in json
  const shape = isList ? objectOf({ scenarios: listOf(scenario), docs: text, name: text }) : scenario
  return shape(json, '')
}

/** What of a design a trace leaves out although it could matter: the end of every story. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression, isRef } from '#core/model/field.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import type { TraceEvent } from '#core/model/scenario.ts'
import { catalogue, type NotPlayed } from './catalogue.ts'

type Place = { readonly path: Path; readonly entry: NotPlayed }

/** The resources that a distribution names, straight or by way of others, and its tenants. */
function namedFrom(document: DesignDocument, id: LogicalId): Set<LogicalId> {
  const found = new Set<LogicalId>()
  const look = (value: unknown): void => {
    if (isRef(value)) visit(value.ref)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  const visit = (name: LogicalId): void => {
    const resource = document.resources[name]
    if (!resource || found.has(name)) return
    found.add(name)
    look(resource.config)
  }
  visit(id)
  for (const [name, { type, config }] of Object.entries(document.resources))
    if (type === 'DistributionTenant' && 'DistributionId' in config && isRef(config.DistributionId))
      if (config.DistributionId.ref === id) visit(name)
  return found
}

/** The default certificate and switches that are off say nothing. */
const isSet = (value: unknown): boolean => {
  if (value === undefined || value === null || value === false || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value !== 'object' || isExpression(value)) return true
  return Object.entries(value).some(
    ([name, inner]) => name !== 'CloudFrontDefaultCertificate' && isSet(inner),
  )
}

function* placesAt(value: unknown, steps: readonly string[], path: Path): Generator<Path> {
  const [step, ...rest] = steps
  if (step === undefined) {
    if (isSet(value)) yield path
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (step !== '*') yield* placesAt((value as Readonly<Record<string, unknown>>)[step], rest, [...path, step])
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* placesAt(item, rest, [...path, index])
}

/** The settings of a distribution and of what it names that the trace leaves out. */
export function notPlayedIn(document: DesignDocument, id: LogicalId): Place[] {
  return [...namedFrom(document, id)].flatMap((name) => {
    const resource = document.resources[name]
    if (!resource || (resource.type === 'Distribution' && name !== id)) return []
    return catalogue
      .filter((entry) => entry.tells && entry.type === resource.type)
      .flatMap((entry) =>
        [...placesAt(resource.config, entry.path.split('/'), ['resources', name, 'config'])].map((path) => ({
          path,
          entry,
        })),
      )
  })
}

const nameOf = ({ path }: NotPlayed): string => path.split('/').findLast((step) => step !== '*') ?? path

/** The last event of a story, or null where everything that matters has been played. */
export function notPlayedEvent(document: DesignDocument, id: LogicalId): TraceEvent | null {
  const places = notPlayedIn(document, id)
  if (places.length === 0) return null
  const reasons = new Map(places.map(({ entry }) => [nameOf(entry), entry.why]))
  return {
    stage: 'not-played',
    title: 'Left out of the trace',
    detail: `Of this design the trace leaves out: ${[...reasons].map(([name, why]) => `${name} ${why}`).join('; ')}.`,
    docs: null,
    basis: 'documented',
    because: places.map(({ path }) => toPointer(path)),
  }
}

/** Lambda functions of the design that CloudFront runs: which association leads to which function. */
import type { EdgeEvent } from '#core/edge/http-message.ts'
import { oncePer } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { listIn, namedIn, textIn } from './foreign.ts'
import { type BehaviorInPlace, eachBehavior } from './walk.ts'

/** One association of a function. */
export interface EdgeUse {
  readonly event: EdgeEvent
  readonly placed: BehaviorInPlace
}

export interface PlacedLambda {
  readonly placed: BehaviorInPlace
  /** The association, which may be unfinished. */
  readonly item: {
    readonly LambdaFunctionARN?: unknown
    readonly EventType?: unknown
    readonly IncludeBody?: unknown
  }
  readonly event: string | undefined
  readonly path: Path
}

const lambdasOf = (placed: BehaviorInPlace): readonly PlacedLambda[] =>
  (placed.behavior.LambdaFunctionAssociations ?? []).flatMap((field, index) => {
    const item = known(field)
    const path = [...placed.path, 'LambdaFunctionAssociations', index]
    return item ? [{ placed, item, event: known(item.EventType), path }] : []
  })

const lambdasIn = oncePer((behaviors: readonly BehaviorInPlace[]) => behaviors.flatMap(lambdasOf))

/** Every Lambda@Edge association that is written out. */
export const eachLambda = (document: DesignDocument): readonly PlacedLambda[] =>
  lambdasIn(eachBehavior(document))

type Config = Readonly<Record<string, unknown>>

export interface EdgeFunction {
  readonly id: LogicalId
  /** SAM's functions have some properties under other names. */
  readonly isServerless: boolean
  /** In CloudFormation's words. */
  readonly config: Config
  readonly path: Path
  readonly uses: readonly EdgeUse[]
  readonly includesBody: boolean
  /** The published versions of the design that associations name. */
  readonly versions: readonly { readonly config: Config; readonly path: Path }[]
  readonly inlineCode?: { readonly code: string; readonly path: Path }
}

const functionTypes: readonly string[] = ['AWS::Lambda::Function', 'AWS::Serverless::Function']

const configOf = (document: DesignDocument, id: LogicalId): Config =>
  // A foreign resource's config is JSON in CloudFormation's words.
  (document.resources[id]?.config ?? {}) as Config

interface Target {
  readonly id: LogicalId
  readonly version?: LogicalId
}

/** The function that an association's ARN leads to, directly or through a version or alias of it. */
function targetOf(document: DesignDocument, arn: unknown): Target | undefined {
  for (const name of namedIn(arn)) {
    const type = document.resources[name]?.type ?? ''
    if (functionTypes.includes(type)) return { id: name }
    if (type !== 'AWS::Lambda::Version' && type !== 'AWS::Lambda::Alias') continue
    const { FunctionName: of } = configOf(document, name)
    const id = namedIn(of).find((one) => functionTypes.includes(document.resources[one]?.type ?? ''))
    if (id !== undefined) return { id, version: name }
  }
  return undefined
}

function inlineCodeOf(config: Config, path: Path): EdgeFunction['inlineCode'] {
  if (!(textIn(config['Runtime']) ?? '').startsWith('nodejs')) return undefined
  const sam = textIn(config['InlineCode'])
  if (sam !== undefined) return { code: sam, path: [...path, 'InlineCode'] }
  const { ZipFile: zip } = (known(config['Code']) ?? {}) as { ZipFile?: unknown }
  const code = textIn(zip)
  return code === undefined ? undefined : { code, path: [...path, 'Code', 'ZipFile'] }
}

const events: readonly string[] = ['viewer-request', 'viewer-response', 'origin-request', 'origin-response']
const isEvent = (event: string | undefined): event is EdgeEvent =>
  event !== undefined && events.includes(event)

function read(document: DesignDocument): EdgeFunction[] {
  const found = new Map<LogicalId, EdgeFunction>()
  for (const { placed, item, event } of eachLambda(document)) {
    const target = targetOf(document, item.LambdaFunctionARN)
    if (!target) continue
    const { id, version } = target
    const path: Path = ['resources', id, 'config']
    const config = configOf(document, id)
    const inlineCode = inlineCodeOf(config, path)
    const before = found.get(id)
    const versions =
      version === undefined
        ? []
        : [{ config: configOf(document, version), path: ['resources', version, 'config'] }]
    found.set(id, {
      id,
      isServerless: document.resources[id]?.type === 'AWS::Serverless::Function',
      config,
      path,
      uses: [...(before?.uses ?? []), ...(isEvent(event) ? [{ event, placed }] : [])],
      includesBody: before?.includesBody === true || item.IncludeBody === true,
      versions: [...(before?.versions ?? []), ...versions],
      ...(inlineCode && { inlineCode }),
    })
  }
  return [...found.values()]
}

const byResources = new WeakMap<DesignDocument['resources'], EdgeFunction[]>()

/** The Lambda functions of the design that its distributions run at the edge. */
export function edgeFunctionsIn(document: DesignDocument): readonly EdgeFunction[] {
  const before = byResources.get(document.resources)
  if (before) return before
  const found = read(document)
  byResources.set(document.resources, found)
  return found
}

/** The services that a role's trust policy lets assume it; undefined where that is left to the deployment. */
export function trustedServices(policy: unknown): readonly string[] | undefined {
  const document = typeof policy === 'string' ? parsed(policy) : policy
  if (typeof document !== 'object' || document === null || isExpression(document)) return undefined
  const { Statement: field } = document as Config
  const statements = field === undefined ? undefined : listIn(field)
  const services: string[] = []
  if (!statements) return undefined
  for (const statement of statements) {
    if (typeof statement !== 'object' || statement === null || isExpression(statement)) return undefined
    const { Effect: effect, Principal: principal } = statement as Config
    if (isExpression(effect)) return undefined
    if (effect !== 'Allow') continue
    if (principal === '*') return undefined
    if (typeof principal !== 'object' || principal === null || isExpression(principal)) return undefined
    const { Service: service } = principal as Config
    const names = listIn(service)
    if (!names || names.some((name) => typeof name !== 'string')) return undefined
    services.push(...names.filter((name) => typeof name === 'string'))
  }
  return services
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

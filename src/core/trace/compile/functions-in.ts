/** The edge functions that a design holds, with where each runs. */
import type { AccountFacts } from '#core/model/account.ts'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { cloudFrontFunction, compileFunctions, lambdaFunction } from './compile-function.ts'
import type { CompiledFunction, FunctionEvent } from './compiled.ts'

export interface FunctionUse {
  readonly distribution: LogicalId
  /** The path pattern; `*` for the default cache behavior. */
  readonly pattern: string
  readonly event: FunctionEvent
}
export interface DesignFunction {
  readonly id: LogicalId
  readonly fn: CompiledFunction
  readonly uses: readonly FunctionUse[]
  /** Where the code stands, if the design holds it as text. */
  readonly codePath: Path | undefined
  readonly code: string
  /** As the design says it: `cloudfront-js-2.0`, `nodejs22.x`, `python3.12`. */
  readonly runtime: string
}

function usesOf(document: DesignDocument, account: AccountFacts): Map<LogicalId, FunctionUse[]> {
  const uses = new Map<LogicalId, FunctionUse[]>()
  for (const site of distributionsIn(document))
    for (const { behavior, path } of behaviorsOf(site)) {
      const pattern = known(behavior.PathPattern) ?? '*'
      for (const [event, fn] of Object.entries(compileFunctions(document, account, behavior, path))) {
        const [, id] = fn.path
        if (fn.path.length !== 3 || typeof id !== 'string') continue
        // compileFunctions keys its result by events.
        const use = { distribution: site.id, pattern, event: event as FunctionEvent }
        uses.set(id, [...(uses.get(id) ?? []), use])
      }
    }
  return uses
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The path of the text in a Lambda function's properties. */
function lambdaCode(config: unknown): readonly string[] | undefined {
  if (!isObject(config)) return undefined
  if (typeof config['InlineCode'] === 'string') return ['InlineCode']
  const code = config['Code']
  return isObject(code) && typeof code['ZipFile'] === 'string' ? ['Code', 'ZipFile'] : undefined
}

function textAt(config: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), config)
  return typeof value === 'string' ? value : ''
}

/** Every CloudFront function, and every Lambda function that an event names or that could run at the edge. */
export function functionsIn(document: DesignDocument, account: AccountFacts = {}): DesignFunction[] {
  const uses = usesOf(document, account)
  return Object.entries(document.resources).flatMap(([id, resource]): DesignFunction[] => {
    const base: Path = ['resources', id, 'config']
    const own = uses.get(id) ?? []
    if (resource.type === 'Function') {
      const { FunctionCode: code, FunctionConfig: settings } = resource.config
      const isText = code === undefined || (!isRef(code) && !isUnknown(code))
      const fn = cloudFrontFunction(document, account, { ref: id }, base)
      const codePath = isText ? [...base, 'FunctionCode'] : undefined
      const runtime = known(known(settings)?.Runtime) ?? 'cloudfront-js-2.0'
      return [{ id, fn, uses: own, codePath, code: known(code) ?? '', runtime }]
    }
    const isLambda =
      resource.type === 'AWS::Lambda::Function' || resource.type === 'AWS::Serverless::Function'
    if (!isLambda || (own.length === 0 && lambdaCode(resource.config) === undefined)) return []
    const at = lambdaCode(resource.config)
    const { Runtime: runtime } = resource.config as { Runtime?: unknown }
    return [
      {
        id,
        fn: lambdaFunction(
          document,
          { ref: id },
          own.some(({ event }) => event.endsWith('request')),
          base,
        ),
        uses: own,
        codePath: at && [...base, ...at],
        code: at ? textAt(resource.config, at) : '',
        runtime: typeof runtime === 'string' ? runtime : 'nodejs22.x',
      },
    ]
  })
}

/** Our side of one run: what the code inside asks for, and what it leaves behind. */
import type { FunctionError, FunctionRun, SandboxLimit } from '#core/edge/runner.ts'
import type { Json } from '#core/model/field.ts'
import { closed, opened } from './crossing.ts'
import { hostOperations } from './host.ts'
import { originCallProblem } from './origin-helpers.ts'
import type { Meter } from './work.ts'

/** Characters. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-function-restrictions.html; Lambda's is ours. */
const logLimit = { function: 10 * 1024, lambda: 256 * 1024 }

/** Units of a built-in's work (about a byte each) that count as one step. */
const unitsPerStep = 64

/** What a language has besides the prelude: the texts of its modules, and operations of ours that they need. */
export interface RealmExtras {
  readonly sources: Readonly<Record<string, string>>
  readonly operations: Readonly<Record<string, (...words: string[]) => string>>
}

type Store = Readonly<Record<string, string>>

/** The store that a function means: by name, or its only one. Names of `Object.prototype` are names like others. */
function storeOf({ keyValueStores: stores = {} }: FunctionRun, name: string): Store | undefined {
  if (name === '') return Object.values(stores)[0]
  return Object.hasOwn(stores, name) ? stores[name] : stores['*']
}

export class RunHost {
  private readonly meter: Meter
  private readonly extras: RealmExtras
  private readonly logLimit: number
  private run: FunctionRun | null = null
  private logged = 0
  timeoutMs = 0
  logs: string[] = []
  originCalls: { method: string; argument: Json }[] = []
  certificateCalls: { method: string; argument: Json }[] = []
  limit: SandboxLimit | null = null
  customData: string | undefined
  decision: 'allow' | 'deny' | undefined

  constructor(isNode: boolean, meter: Meter, extras: RealmExtras) {
    this.meter = meter
    this.extras = extras
    this.logLimit = isNode ? logLimit.lambda : logLimit.function
  }

  begin(run: FunctionRun, timeoutMs: number): void {
    this.run = run
    this.timeoutMs = timeoutMs
    this.logs = []
    this.logged = 0
    this.originCalls = []
    this.certificateCalls = []
    this.limit = null
    this.customData = undefined
    this.decision = undefined
  }

  /** What `begin` inside gets, as JSON. */
  input(): string {
    const { run, timeoutMs } = this
    if (!run) return '{}'
    const { event, context = {}, now, rawQuery, edgeLocation, isConnection } = run
    const given = { event, now, rawQuery, edgeLocation, isConnection, timeoutMs }
    return JSON.stringify(run.language === 'nodejs' ? { ...given, context } : given)
  }

  /** What we could not do, where an error comes of that or of a bound of ours. */
  limitBehind(error: FunctionError): SandboxLimit | null {
    if (this.limit) return this.limit
    if (error.type !== 'MemoryError' || this.run?.language !== 'nodejs') return null
    return { cannot: 'memory', what: 'has less memory than Lambda@Edge gives, and the function needs more' }
  }

  answer(words: readonly string[]): string {
    const [operation = '', ...rest] = words.map(opened)
    return closed(this.perform(operation, rest))
  }

  /** CloudFront cuts the logs of a CloudFront function off at 10 KB. */
  private log(line: string): string {
    const left = this.logLimit - this.logged
    if (left <= 0) return ''
    this.logs.push(line.slice(0, left))
    this.logged += line.length
    return ''
  }

  private origin(method: string, text: string): string {
    const argument: Json = JSON.parse(text)
    const problem = originCallProblem(method, argument, this.run?.originIds ?? [])
    const calls = method.startsWith('mtls.') ? this.certificateCalls : this.originCalls
    if (problem === null) calls.push({ method, argument })
    return problem ?? ''
  }

  private readonly own: Readonly<Record<string, (first: string, second: string) => string>> = {
    log: (line) => this.log(line),
    charge: (units) => (this.meter.take(Math.ceil(Number(units) / unitsPerStep)) ? 'late' : ''),
    kvs: (name) => JSON.stringify((this.run && storeOf(this.run, name)) ?? null),
    origin: (method, argument) => this.origin(method, argument),
    source: (name) => (Object.hasOwn(this.extras.sources, name) ? (this.extras.sources[name] ?? '') : ''),
    cannot: (cannot, what) => {
      // The prelude names one of the kinds.
      this.limit ??= { cannot: cannot as SandboxLimit['cannot'], what }
      return ''
    },
    customData: (text) => {
      this.customData = text
      return ''
    },
    decide: (decision) => {
      this.decision = decision === 'allow' ? 'allow' : 'deny'
      return ''
    },
  }

  private perform(operation: string, rest: string[]): string {
    const [first = '', second = ''] = rest
    if (Object.hasOwn(this.own, operation)) return this.own[operation]?.(first, second) ?? ''
    const source = Object.hasOwn(hostOperations, operation) ? hostOperations : this.extras.operations
    return Object.hasOwn(source, operation) ? (source[operation]?.(...rest) ?? '') : ''
  }
}

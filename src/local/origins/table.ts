/** Which local origin answers for which origin of the design, and what fails because somebody wanted it to. */
import { bodyOf, noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { OriginFault, ScriptedOrigins } from '#core/model/scenario.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'
import { ScriptedOriginPort } from '#core/trace/engine/scripted-origin.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { Recorder } from '#local/record/recorder.ts'
import { BucketOrigin, refusedByBucket } from './bucket.ts'
import type { BucketSettings } from './bucket-settings.ts'
import { CorsOrigin } from './cors.ts'
import { HttpOrigin } from './http.ts'
import type { LocalOrigin, OriginCall } from './origin.ts'
import { refusedByWebsite, type Website, WebsiteOrigin } from './website.ts'

/** Where requests for an origin go: a server, a folder, or a scenario's rules. */
export type OriginTarget =
  | { readonly kind: 'url'; readonly url: URL }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'script'; readonly rules: ScriptedOrigins[string] }

export interface OriginTableOptions {
  /** By the origin's Id, or by the domain name of one that only a function names. */
  readonly targets: ReadonlyMap<string, OriginTarget>
  /** What the design itself says of its origins' answers. */
  readonly scripts: ScriptedOrigins
  readonly wantsSignature: boolean
  readonly recording?: Recorder
  /** The settings of an origin's bucket, where the design has it. */
  readonly settingsOf: (origin: CompiledOrigin) => BucketSettings | undefined
}

/** An answer for an origin that nobody has put anywhere: it says how to. */
function unmapped({ origin, method }: OriginRequest): OriginAnswer {
  const body = bodyOf(
    `Nothing stands for the origin “${origin.id}” (${origin.domainName}) here. Say where it is: frontage run … --origin ${origin.id}=http://localhost:3000, or --origin ${origin.id}=./folder\n`,
  )
  return {
    status: 502,
    headers: HeaderFields.from({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(body.size),
      'x-frontage-unmapped-origin': origin.id,
    }),
    body: method === 'HEAD' ? noBody : body,
  }
}

const usualWebsite: Website = { indexDocument: 'index.html', errorDocument: undefined, rules: [] }

const scripted = (rules: ScriptedOrigins): LocalOrigin => {
  const port = new ScriptedOriginPort(rules)
  return { send: (request) => port.send(request), close() {} }
}

export class OriginTable {
  private readonly options: OriginTableOptions
  private readonly opened = new Map<string, LocalOrigin>()
  readonly faults = new Map<string, OriginFault>()
  private readonly scripts: LocalOrigin

  constructor(options: OriginTableOptions) {
    this.options = options
    this.scripts = scripted(options.scripts)
  }

  send(request: OriginRequest, call: OriginCall): OriginAnswer | Promise<OriginAnswer> {
    const { recording } = this.options
    const answer = this.ask(request, call)
    if (!recording?.origin) return answer
    return Promise.resolve(answer).then((came) => {
      recording.origin?.(request, came)
      return came
    })
  }

  private ask(request: OriginRequest, call: OriginCall): OriginAnswer | Promise<OriginAnswer> {
    const { origin, domainName } = request
    const fault = this.faults.get(origin.id) ?? this.faults.get(domainName)
    if (fault !== undefined) return { error: fault }
    const { targets, scripts } = this.options
    // What a function names by itself has rules or a target of its own, before those of the origin that it replaced.
    const isNamed = targets.has(domainName) || Object.hasOwn(scripts, domainName)
    const name = isNamed ? domainName : origin.id
    const target = targets.get(name)
    if (target) return this.open(name, target, request).send(request, call)
    const hasScript = Object.hasOwn(scripts, domainName) || Object.hasOwn(scripts, origin.id)
    return hasScript ? this.scripts.send(request, call) : unmapped(request)
  }

  private open(name: string, target: OriginTarget, { origin }: OriginRequest): LocalOrigin {
    const id = `${name} ${origin.kind === 's3-website' ? 'website' : ''}`
    const known = this.opened.get(id)
    if (known) return known
    const made = this.make(name, target, origin)
    this.opened.set(id, made)
    return made
  }

  private make(name: string, target: OriginTarget, origin: CompiledOrigin): LocalOrigin {
    if (target.kind === 'url') return new HttpOrigin({ url: target.url })
    if (target.kind === 'script') return scripted({ [name]: target.rules })
    return this.folder(target.folder, origin)
  }

  private folder(folder: string, origin: CompiledOrigin): LocalOrigin {
    const { settingsOf, wantsSignature } = this.options
    const { website = usualWebsite, cors: rules = [] } = settingsOf(origin) ?? {}
    return origin.kind === 's3-website'
      ? new CorsOrigin({ origin: new WebsiteOrigin({ folder, ...website }), rules, refuse: refusedByWebsite })
      : new CorsOrigin({
          origin: new BucketOrigin({ folder, wantsSignature }),
          rules,
          refuse: refusedByBucket,
        })
  }

  /** The designs changed, and with them the settings of buckets; connections to servers stay. */
  forgetSettings(): void {
    for (const [id, origin] of this.opened) if (origin instanceof CorsOrigin) this.opened.delete(id)
  }

  close(): void {
    for (const origin of this.opened.values()) origin.close()
  }
}

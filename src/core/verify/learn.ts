/** What the origin must have said for an answer to be as it is, where only the viewer's side was seen. */
import type { OriginRule } from '#core/model/scenario.ts'
import type { OriginPort } from '#core/trace/engine/exchange.ts'
import { ScriptedOriginPort } from '#core/trace/engine/scripted-origin.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { originHeaders } from '#core/trace/requests/recorded-response.ts'
import { firstOf, type RealAnswer } from './answer.ts'

/** CloudFront and AWS WAF answered, and no origin did: nothing of it is the origin's. */
const ownResults = /^(Error|LambdaGeneratedResponse|FunctionGeneratedResponse|Redirect) from cloudfront$/i

/** The origin's answer behind a real one. */
export function originRuleOf(answer: RealAnswer): OriginRule {
  const headers = originHeaders(answer.headers)
  return {
    response: {
      status: answer.status === 304 ? 200 : answer.status,
      headers,
      ...(answer.size !== null && { bodySize: answer.size }),
    },
  }
}

/** Whether CloudFront itself is sure to have made an answer: a redirect to HTTPS, a refused method. */
export const isCloudFronts = (xCache: string | null): boolean => xCache !== null && ownResults.test(xCache)

/** An error page that CloudFront puts in an error's place: where it is, which error it is for, and what it answers. */
export interface ErrorPage {
  readonly code: number
  readonly status: number
  readonly path: string | null
}

/**
 * What the origin said, one rule for each path. A success that CloudFront calls an error was one at the origin: it gave
 * the page in the error's place.
 */
export function rulesBehind(answer: RealAnswer, pages: readonly ErrorPage[]): readonly OriginRule[] {
  const isPage = answer.status < 400 && /^Error /i.test(firstOf(answer, 'x-cache') ?? '')
  if (!isPage) {
    // An error's page is not the error.
    const paths = answer.status < 400 ? [] : pages.flatMap(({ path }) => path ?? [])
    return [...paths.map((path) => ({ match: { path }, response: { status: 200 } })), originRuleOf(answer)]
  }
  const fitting = pages.filter(({ status }) => status === answer.status)
  const page = fitting.find(({ code }) => code === 404) ?? fitting[0]
  const missing: OriginRule = { response: { status: page?.code ?? 404, headers: {}, bodySize: 0 } }
  return page?.path ? [{ match: { path: page.path }, ...originRuleOf(answer) }, missing] : [missing]
}

/** Origins that answer as the endpoint was just seen to; what a script says goes before. */
export class LearnedOrigins implements OriginPort {
  private rules: readonly OriginRule[] = []
  private readonly scripted: OriginPort | null
  private readonly pages: readonly ErrorPage[]

  constructor(scripted: OriginPort | null, pages: readonly ErrorPage[]) {
    this.scripted = scripted
    this.pages = pages
  }

  /** The next requests are answered so. */
  learn(answer: RealAnswer): void {
    this.rules = rulesBehind(answer, this.pages)
  }

  send(request: OriginRequest, now: number): OriginAnswer | Promise<OriginAnswer> {
    if (this.scripted) return this.scripted.send(request, now)
    const { rules } = this
    return new ScriptedOriginPort({ [request.origin.id]: rules, [request.domainName]: rules }).send(request)
  }
}

import type { Difference } from '#core/review/change.ts'
import { settingPointer } from '#core/review/side.ts'
import { expressionsIn } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'
import type { CompiledErrorResponse } from '#core/trace/compile/compiled.ts'

/** Without a page, a configured status changes nothing. */
const page = (found: CompiledErrorResponse | undefined) =>
  found?.pagePath ? { path: found.pagePath, status: found.responseCode ?? found.errorCode } : undefined
/** Seconds that CloudFront keeps an error where nothing is configured. */
const usualTtl = 10

const words = (code: number, found: CompiledErrorResponse | undefined): string => {
  const shown = page(found)
  const kept = `kept for ${found?.minTtl ?? usualTtl} s`
  return shown
    ? `${code} becomes ${shown.status} with ${shown.path}, ${kept}`
    : `${code} as the origin answers it, ${kept}`
}

type Page = ReturnType<typeof page>

function pageChange(code: number, old: Page, now: Page): string | undefined {
  if (old?.path === now?.path && old?.status === now?.status) return undefined
  if (now) {
    const instead = old ? ` instead of ${old.status} with “${old.path}”` : ''
    const hides = now.status < 400 ? ', an API’s errors among them' : ''
    return `A ${code} of any origin is answered ${now.status} with “${now.path}”${instead}${hides}.`
  }
  const relied =
    old?.status === 200
      ? ': whatever relied on that page, such as the routes of a single-page app, is an error for viewers'
      : ''
  return `A ${code} reaches viewers as the origin answers it, no longer as ${old?.status} with “${old?.path}”${relied}.`
}

function judge(
  code: number,
  before: CompiledErrorResponse | undefined,
  after: CompiledErrorResponse | undefined,
): Pick<Difference, 'severity' | 'text' | 'kinds'> | undefined {
  const [old, now] = [page(before), page(after)]
  const [had, has] = [before?.minTtl ?? usualTtl, after?.minTtl ?? usualTtl]
  const kept = had === has ? undefined : `A ${code} is kept for at least ${has} s instead of ${had} s.`
  const sentences = [pageChange(code, old, now), kept].filter((text) => text !== undefined)
  if (sentences.length === 0) return undefined
  const breaks = old?.status === 200 && now?.status !== 200
  return {
    severity: breaks ? 'danger' : 'change',
    text: sentences.join(' '),
    kinds: breaks ? ['outage'] : [],
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html */
export const errors: WideAspect = {
  what: 'errors',
  field: ['CustomErrorResponses'],
  *compare(before, after) {
    const keys = (side: typeof before) => expressionsIn(side.document, side.config.CustomErrorResponses)
    const [old, now] = [keys(before), keys(after)].map((list) => list.map(({ key }) => key).join())
    if (old !== now)
      yield {
        before: old === '' ? 'known' : 'not known before deployment',
        after: now === '' ? 'known' : 'not known before deployment',
        severity: 'change',
        text: 'A part of the custom error responses is not known before deployment.',
      }
    const codes = new Set([...before.compiled.errorResponses.keys(), ...after.compiled.errorResponses.keys()])
    for (const code of [...codes].sort((a, b) => a - b)) {
      const [was, is] = [before.compiled.errorResponses.get(code), after.compiled.errorResponses.get(code)]
      const judged = judge(code, was, is)
      if (!judged) continue
      const answers = { match: {}, response: { status: code, headers: { 'Cache-Control': 'max-age=0' } } }
      yield {
        before: words(code, was),
        after: words(code, is),
        ...judged,
        ...(is && { setting: settingPointer(after, is.path) }),
        shownBy: [{ answers }, { answers: { ...answers, response: { status: code } } }],
      }
    }
  },
}

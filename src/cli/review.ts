import { failed, ok, type Result } from '#core/ground/result.ts'
import { kinds } from '#core/review/change.ts'
import { reviewHtml } from '#core/review/print/html.ts'
import { reviewMarkdown } from '#core/review/print/markdown.ts'
import { reviewText } from '#core/review/print/text.ts'
import { type FailOn, failsOn, failWords, type Report, toJson } from '#core/review/report.ts'
import { openSide, type SideOptions } from './review-source.ts'
import { reportOn, type Site, sitesIn } from './reviewed.ts'
import { failureLines } from './source.ts'
import { exitStatus, print, tell } from './status.ts'

export interface ReviewOptions extends SideOptions {
  readonly url: readonly string[]
  readonly log: readonly string[]
  readonly format: 'text' | 'json' | 'markdown' | 'html'
  /** Reasons to end with status 1, as they were written. */
  readonly failOn: readonly string[]
  readonly distribution?: string
}

export const failOnWords: readonly string[] = [...Object.keys(kinds), ...failWords]

function failOnOf(texts: readonly string[]): Result<FailOn[], string> {
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim())
  const wrong = words.find((word) => !failOnWords.includes(word))
  return wrong === undefined
    ? ok(words as FailOn[]) // each was just found among them
    : failed(`--fail-on ${wrong}: choose among ${failOnWords.join(', ')}.`)
}

/** The parameters that a source has: the other side may have others. */
async function parametersFor(text: string, options: ReviewOptions): Promise<ReviewOptions['parameters']> {
  if (Object.keys(options.parameters).length === 0 || text === '-') return options.parameters
  const opened = await openSide(text, { ...options, parameters: {} })
  const names = opened.ok ? opened.value.flatMap(({ parameters = [] }) => parameters) : []
  return Object.fromEntries(Object.entries(options.parameters).filter(([name]) => names.includes(name)))
}

/** A value for nothing is a slip of the pen. */
async function unusedParameter(
  texts: readonly string[],
  options: ReviewOptions,
): Promise<string | undefined> {
  const used = new Set<string>()
  for (const text of texts) for (const name of Object.keys(await parametersFor(text, options))) used.add(name)
  return Object.keys(options.parameters).find((name) => !used.has(name))
}

async function sitesOf(text: string, options: ReviewOptions): Promise<Result<Site[], string[]>> {
  const opened = await openSide(text, { ...options, parameters: await parametersFor(text, options) })
  if (!opened.ok) return failed(failureLines(opened.error))
  return sitesIn(opened.value, options.distribution)
}

const printers: Readonly<Record<ReviewOptions['format'], (report: Report) => string>> = {
  text: reviewText,
  json: (report) => JSON.stringify(toJson(report), null, 2),
  markdown: reviewMarkdown,
  html: reviewHtml,
}

/** `frontage review`: what changes between two states of a design, for whom, and by which setting. */
export async function review(old: string, now: string, options: ReviewOptions): Promise<number> {
  const refuse = (lines: readonly string[]) => {
    for (const line of lines) tell(line)
    return exitStatus.unreadable
  }
  const failOn = failOnOf(options.failOn)
  if (!failOn.ok) return refuse([failOn.error])
  if ([old, now, ...options.log].filter((name) => name === '-').length > 1)
    return refuse([
      'Standard input is one thing: the old design, the new one or the log. Give the others as files.',
    ])
  const unused = await unusedParameter([old, now], options)
  if (unused !== undefined) return refuse([`--param ${unused}: neither source has a parameter of that name.`])
  const olds = await sitesOf(old, options)
  if (!olds.ok) return refuse(olds.error)
  const news = await sitesOf(now, options)
  if (!news.ok) return refuse(news.error)
  const { logSources } = await import('./log-files.ts')
  const logs = options.log.length === 0 ? ok([]) : await logSources(options.log)
  if (!logs.ok) return refuse(logs.error)
  if (logs.value.some(({ isRepeatable }) => !isRepeatable))
    return refuse(['The log is read twice, which standard input cannot be; give a file.'])
  const report = await reportOn([old, now], [olds.value, news.value], { logs: logs.value, urls: options.url })
  if (!report.ok) return refuse([report.error])
  await print(printers[options.format](report.value))
  return failsOn(report.value, failOn.value) ? exitStatus.wrong : exitStatus.ok
}

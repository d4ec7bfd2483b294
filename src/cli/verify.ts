/** `frontage verify`: whether a real endpoint does what the design says. */
import { dirname, relative, resolve } from 'node:path'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Scenario, ScriptedOrigins } from '#core/model/scenario.ts'
import { parseHeaderLines } from '#core/trace/requests/request-draft.ts'
import { parseScenarios } from '#core/trace/scenario/scenario.ts'
import { caseFileOf } from '#core/verify/case-file.ts'
import { type Probe, placesOf, probesFor } from '#core/verify/probes.ts'
import { recordedExchanges } from '#core/verify/recorded.ts'
import { probesOfScenario } from '#core/verify/scenario-probes.ts'
import { Verification, type Verified } from '#core/verify/verify.ts'
import { politeSender, Unreachable } from './real-requests.ts'
import { createSandbox } from './sandbox.ts'
import { failureLines, oneDistribution, openSource, readText } from './source.ts'
import { exitStatus, print, tell } from './status.ts'
import { verifyJson, verifyText } from './verify-text.ts'
import { writeBeside } from './write-beside.ts'

export interface VerifyCommandOptions {
  readonly against?: string
  /** Files with what `curl -v` printed, or HAR files: then nothing is sent. */
  readonly recorded: readonly string[]
  readonly scenarios: readonly string[]
  readonly path: readonly string[]
  readonly header: readonly string[]
  readonly host?: string
  readonly maxRequests: number
  readonly rate: number
  readonly timeout: number
  readonly insecure: boolean
  /** Where differences are written as cases that `frontage test` reads. */
  readonly saveCase?: string
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}

/** Probes that share caches and a script of the origins. */
interface Round {
  readonly probes: readonly Probe[]
  readonly origins?: ScriptedOrigins
}

async function scenariosIn(files: readonly string[]): Promise<Result<Scenario[], string[]>> {
  const found: Scenario[] = []
  for (const file of files) {
    const text = await readText(file)
    if (!text.ok) return failed([`${file}: ${text.error}`])
    const parsed = parseScenarios(text.value)
    if (!parsed.ok) return failed(parsed.error.map((line) => `${file}: ${line}`))
    found.push(...parsed.value)
  }
  return ok(found)
}

/** The scenarios first, each on its own; then the set that is made from the design, as far as the bound allows. */
function roundsFor(
  document: DesignDocument,
  id: LogicalId,
  scenarios: readonly Scenario[],
  { path, maxRequests }: VerifyCommandOptions,
): Round[] {
  const rounds: Round[] = []
  let left = maxRequests
  for (const scenario of scenarios) {
    const { probes, skipped } = probesOfScenario(scenario)
    for (const { why } of skipped) tell(`“${scenario.name}”: ${why}.`)
    const taken = probes.slice(0, left)
    left -= taken.length
    const origins = { ...document.originScripts, ...scenario.origins }
    if (taken.length > 0) rounds.push({ probes: taken, ...(Object.keys(origins).length > 0 && { origins }) })
  }
  const run = Math.trunc(Date.now() / 1000).toString(36)
  const probes = probesFor(placesOf(document, id, path), run, left)
  return [...rounds, { probes }]
}

interface Checked {
  readonly verified: readonly Verified[]
  readonly endpoint: URL
}

async function against(
  endpoint: URL,
  document: DesignDocument,
  id: LogicalId,
  rounds: readonly Round[],
  options: VerifyCommandOptions,
): Promise<Checked> {
  const send = politeSender({
    endpoint,
    headers: Object.fromEntries(
      Object.entries(parseHeaderLines(options.header.join('\n'))).map(([name, value]) => [
        name,
        String(value),
      ]),
    ),
    rate: options.rate,
    timeout: options.timeout,
    insecure: options.insecure,
    ...(options.host !== undefined && { host: options.host }),
  })
  const runner = createSandbox()
  const verified: Verified[] = []
  try {
    for (const { probes, origins } of rounds) {
      const verification = new Verification({
        document,
        distribution: id,
        runner,
        endpoint,
        ...(origins && { origins }),
      })
      for (const probe of probes) {
        verified.push(await verification.verify(probe, send))
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${verified.length} requests sent`)
      }
    }
  } finally {
    runner.dispose()
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  }
  return { verified, endpoint }
}

/** Nothing is sent: the answers were seen by somebody else. */
async function fromRecordings(
  document: DesignDocument,
  id: LogicalId,
  files: readonly string[],
): Promise<Result<Checked, string[]>> {
  const exchanges = []
  for (const file of files) {
    const text = await readText(file)
    if (!text.ok) return failed([`${file}: ${text.error}`])
    const recorded = recordedExchanges(text.value)
    if (!recorded.ok) return failed([`${file}: ${recorded.error}`])
    exchanges.push(...recorded.value)
  }
  const [first] = exchanges
  if (!first) return failed(['There is no exchange in what was recorded.'])
  const endpoint = new URL(first.request.url)
  const runner = createSandbox()
  const verification = new Verification({ document, distribution: id, runner, endpoint })
  const verified: Verified[] = []
  for (const { request, answer } of exchanges) {
    if (new URL(request.url).host !== endpoint.host) continue
    verified.push(await verification.judge({ request, shows: 'what was recorded', mayBeWarm: true }, answer))
  }
  runner.dispose()
  return ok({ verified, endpoint })
}

async function check(
  document: DesignDocument,
  id: LogicalId,
  options: VerifyCommandOptions,
): Promise<Result<Checked, string[]>> {
  if (options.recorded.length > 0) return fromRecordings(document, id, options.recorded)
  if (options.against === undefined || !URL.canParse(options.against))
    return failed(['Name the endpoint with --against https://…, or what was recorded with --recorded FILE.'])
  const endpoint = new URL(options.against)
  if (!/^https?:$/.test(endpoint.protocol)) return failed(['The endpoint is an http or https URL.'])
  const scenarios = await scenariosIn(options.scenarios)
  if (!scenarios.ok) return scenarios
  const rounds = roundsFor(document, id, [...document.scenarios, ...scenarios.value], options)
  try {
    return ok(await against(endpoint, document, id, rounds, options))
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    return failed([error.message])
  }
}

export async function verify(file: string, options: VerifyCommandOptions): Promise<number> {
  const refuse = (lines: readonly string[]) => {
    for (const line of lines) tell(line)
    return exitStatus.unreadable
  }
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) return refuse(failureLines(opened.error))
  const { document } = opened.value
  const chosen = oneDistribution(document, options.distribution)
  if (!chosen.ok) return refuse([`${file}: ${chosen.error}`])
  const checked = await check(document, chosen.value, options)
  if (!checked.ok) return refuse(checked.error)
  const { verified } = checked.value
  const { saveCase } = options
  if (saveCase !== undefined) {
    const source = relative(dirname(resolve(saveCase)), resolve(file))
    await writeBeside(saveCase, `${JSON.stringify(caseFileOf(verified, source, chosen.value), null, 2)}\n`)
  }
  await print(
    options.format === 'json' ? JSON.stringify(verifyJson(verified), null, 2) : verifyText(verified),
  )
  return verified.some(({ differences }) => differences.length > 0) ? exitStatus.wrong : exitStatus.ok
}

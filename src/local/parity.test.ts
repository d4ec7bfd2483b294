/** The same scenario gives the same results in process and through sockets. */
import { readdirSync, readFileSync } from 'node:fs'
import { request as sendRequest } from 'node:http'
import { expect, test } from 'vitest'
import { bodyText } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type {
  OriginRule,
  RequestResult,
  Scenario,
  ScenarioStep,
  ScriptedOrigins,
  ViewerRequest,
} from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { distributionDomainName } from '#core/trace/compile/compile.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import { ScriptedOriginPort } from '#core/trace/engine/scripted-origin.ts'
import type { OriginRequest } from '#core/trace/message/message.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import {
  designOf,
  type LocalRun,
  type LocalRunOptions,
  startLocalRun,
  startOrigin,
  type TestServer,
} from '#fixtures/local-run.ts'
import { createRunner } from '#sandbox/runner.ts'
import type { OriginTarget } from './origins/table.ts'

const folders = ['scenarios', 'traces'].map(
  (name) => new URL(`../fixtures/conformance/${name}/`, import.meta.url),
)
type TemplateScenario = Scenario & { readonly template?: unknown }
const cases = folders.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => {
    const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as
      | TemplateScenario
      | { readonly scenarios: readonly TemplateScenario[] }
    const scenarios = 'scenarios' in json ? json.scenarios : [json]
    return scenarios.map((scenario) => ({ file, name: scenario.name, scenario }))
  }),
)

/** Why a client cannot send a request as the scenario has it; null where it can. */
function obstacle({ url, headers = {}, method = 'GET', body = '' }: ViewerRequest): string | null {
  if (/[^\x21-\x7e]/.test(url)) return 'a request line holds no such characters'
  if (
    Object.values(headers)
      .flat()
      .some((value) => /[^\t\x20-\xff]/.test(value))
  )
    return 'a header holds no such characters'
  if (
    Object.values(headers)
      .flat()
      .some((value) => value !== value.trim())
  )
    return 'a header is trimmed on its way'
  if (JSON.stringify(headers).length + url.length > 60_000) return 'the server reads no such head'
  const parsed = parseRequestUrl(url, distributionDomainName)
  if (!parsed.ok) return 'it is no URL'
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  if (names.some((name) => ['transfer-encoding', 'content-length', 'expect', 'trailer'].includes(name)))
    return 'the connection’s own header'
  if (names.includes('upgrade')) return 'an upgrade needs an origin that agrees'
  return (method === 'GET' || method === 'HEAD') && body !== '' ? 'the body is told otherwise' : null
}

/** Header fields as a client writes them, in the scenario's order. */
function fieldsOf({ headers = {}, body }: ViewerRequest): string[] {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => [name, String(one)]),
  )
  return body === undefined || body === ''
    ? fields
    : [...fields, 'content-length', String(Buffer.byteLength(body))]
}

function viewerText({ viewer = {}, headers = {} }: ViewerRequest, protocol: string): string {
  const isUpgrade = Object.keys(headers).some((name) => name.toLowerCase() === 'upgrade')
  return JSON.stringify({ httpVersion: isUpgrade || protocol === 'http' ? '1.1' : '2', ...viewer, protocol })
}

async function throughSockets(run: LocalRun, request: ViewerRequest): Promise<RequestResult> {
  const site = run.cdn.sites[0]
  const parsed = parseRequestUrl(request.url, site?.ownHost ?? distributionDomainName)
  if (!parsed.ok) throw new Error(parsed.error)
  const { protocol, host } = parsed.value
  const rest = request.url.startsWith('/') ? request.url : request.url.replace(/^[a-z]+:\/\/[^/?#]*/i, '')
  const target = rest.replace(/#.*$/, '')
  const method = request.method ?? 'GET'
  const isHead = method === 'HEAD'
  const headers = [
    'host',
    host,
    'x-frontage-viewer',
    viewerText(request, protocol),
    ...(isHead ? [] : ['x-frontage-explain', '1']),
    ...fieldsOf(request),
  ]
  const { body, id } = await new Promise<{ body: string; id: string }>((done, failed) => {
    const { hostname, port } = new URL(run.url)
    const outgoing = sendRequest(
      {
        hostname,
        port,
        method,
        path: target.startsWith('/') ? target : `/${target}`,
        headers,
        agent: false,
        setHost: false,
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          text += piece
        })
        answer.on('end', () => done({ body: text, id: String(answer.headers['x-frontage-trace']) }))
      },
    )
    outgoing.on('error', failed)
    outgoing.end(request.body)
  })
  if (!isHead) return JSON.parse(body) as RequestResult
  return (await run.order(`/requests/${id}`)).json as unknown as RequestResult
}

/** A client says how long its body is, which a scenario does not. */
function comparable(result: RequestResult): unknown {
  const { log: _, events, originRequests, ...rest } = result
  const own = new Set(['content-length'])
  return {
    ...rest,
    // What is encoded on its way has no size yet.
    events: events.map(({ stage, detail }) =>
      detail.includes(' bytes ') && stage === 'compression' ? stage : `${stage}: ${detail}`,
    ),
    originRequests: originRequests.map(({ headers, ...request }) => ({
      ...request,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name))),
    })),
  }
}

const carried = (scenario: Scenario): boolean =>
  scenario.steps.some((step) => 'request' in step) &&
  scenario.steps.every(
    (step) => !('function' in step) && (!('request' in step) || obstacle(step.request) === null),
  )

test('nearly all scenarios of the suite can be sent by a client', () => {
  const count = cases.filter(({ scenario }) => carried(scenario)).length
  expect(count / cases.length).toBeGreaterThan(0.9)
})

const runner = createRunner()
type Sites = ReturnType<typeof distributionsIn>

/** The rules of every origin: one without any answers 404 in a scenario. */
function scriptsOf(scenario: Scenario, document: DesignDocument, sites: Sites): ScriptedOrigins {
  const silent = sites.flatMap((site) => originsOf(site).map(({ value }) => [nameOf(value.Id), []] as const))
  return { ...Object.fromEntries(silent), ...document.originScripts, ...scenario.origins }
}

async function play(run: LocalRun, step: ScenarioStep): Promise<RequestResult | undefined> {
  if ('request' in step) return throughSockets(run, step.request)
  if ('advance' in step) await run.order('/advance', { seconds: step.advance })
  else if ('evict' in step) await run.order('/evict', step.evict)
  else if ('invalidate' in step) await run.order('/invalidate', { paths: step.invalidate })
  return undefined
}

/** Plays a scenario both ways and compares each step. */
async function compare(
  scenario: TemplateScenario,
  origins: (document: DesignDocument, scripts: ScriptedOrigins) => Promise<Partial<LocalRunOptions>>,
): Promise<void> {
  const document = designOf(JSON.stringify(scenario.template))
  const inProcess = await runScenario(document, scenario, { runner })
  const sites = distributionsIn(document)
  const id =
    scenario.distribution ?? (sites.find(({ config }) => config.Staging !== true) ?? sites[0])?.id ?? ''
  const run = await startLocalRun({
    served: [{ document, id }],
    runner,
    standsAt: Date.parse(scenario.now ?? '2026-01-01T00:00:00Z'),
    seed: 1,
    ...(scenario.account && { account: scenario.account }),
    ...(scenario.functionResults && { functionResults: scenario.functionResults }),
    ...(await origins(document, scriptsOf(scenario, document, sites))),
  })
  try {
    for (const [index, step] of scenario.steps.entries()) {
      const result = await play(run, step)
      const wanted = inProcess.steps[index]?.result
      expect(result && comparable(result), `step ${index}`).toEqual(wanted && comparable(wanted))
    }
    expect(run.faults).toEqual([])
  } finally {
    await run.close()
  }
}

const sent = cases.filter(({ scenario }) => carried(scenario))
test.each(sent)('$file: $name', ({ scenario }) => compare(scenario, async (_, scripts) => ({ scripts })))

/** Rules that a server on a socket can follow: it has all of a body, and does not fail. */
const isServable = (rules: readonly OriginRule[]): boolean =>
  rules.every(({ error, response }) => error === undefined && response?.bodySize === undefined)

/** The rules of an origin as a server of its own. */
function serverOf(id: string, scripts: ScriptedOrigins, kind: OriginRequest['origin']): Promise<TestServer> {
  const port = new ScriptedOriginPort(scripts)
  return startOrigin((asked, reply) => {
    const [path = '/', query = ''] = (asked.url ?? '/').split(/\?(.*)/s)
    const headers = HeaderFields.fromFlat(asked.rawHeaders)
    const answer = port.send({
      ...{ origin: kind, method: asked.method ?? 'GET', protocol: 'http', domainName: id, port: 80 },
      ...{ originPath: '', path, query, headers, body: '', readTimeout: 30 },
    })
    if ('error' in answer) throw new Error('The scenario has no failing rule.')
    reply.sendDate = false
    reply.writeHead(answer.status, answer.headers.toFlat())
    reply.end(bodyText(answer.body))
  })
}

const served = sent.filter(({ scenario }) => Object.values(scenario.origins ?? {}).every(isServable))
test('most scenarios can be played with servers as origins too', () => {
  expect(served.length).toBeGreaterThan(90)
})
test.each(served)('with servers as origins, $file: $name', async ({ scenario }) => {
  const servers: TestServer[] = []
  await compare(scenario, async (document, scripts) => {
    const ids = distributionsIn(document).map(({ id }) => compileOnce(document, id, scenario.account))
    const kinds = new Map(ids.flatMap(({ origins }) => [...origins]))
    const origins: Record<string, OriginTarget> = {}
    for (const [id, kind] of kinds) {
      const server = await serverOf(id, scripts, kind)
      servers.push(server)
      origins[id] = server.target
    }
    return { origins, scripts }
  })
  await Promise.all(servers.map((server) => server.close()))
})

import { expect, test } from 'vitest'
import { distributionsIn } from '#core/model/distribution.ts'
import { parseScenarios, runScenario } from '#core/trace/scenario/scenario.ts'
import { designOf, siteTemplate, startLocalRun, startOrigin } from '#fixtures/local-run.ts'
import { ScenarioRecording } from './scenario-recording.ts'

test('what was recorded passes as a scenario, without what is secret', async () => {
  const web = await startOrigin((asked, reply) => {
    if (asked.url === '/none') reply.statusCode = 404
    reply.setHeader('cache-control', 'max-age=60')
    reply.end(`${asked.url}`)
  })
  const recording = new ScenarioRecording(Date.now())
  const run = await startLocalRun({ template: siteTemplate(), origins: { web: web.target }, recording })
  const headers = { authorization: 'Bearer MARKED', cookie: 'session=MARKED' }
  for (const path of ['/a', '/a?x=1', '/a', '/none']) await run.ask(path, { headers })
  await run.order('/advance', { seconds: 120 })
  await run.ask('/a')
  await run.order('/invalidate', { paths: ['/*'] })
  await run.ask('/a')
  await run.order('/origin', { origin: 'web', error: 'dns' })
  await run.ask('/failing')
  const text = JSON.stringify(await recording.scenario('recorded', 'site.yaml', 'Site'))
  await run.close()
  await web.close()
  expect(text).not.toContain('MARKED')
  const parsed = parseScenarios(text)
  if (!parsed.ok) throw new Error(parsed.error.join(' '))
  const [scenario] = parsed.value
  if (!scenario) throw new Error('Nothing was recorded.')
  const document = designOf(siteTemplate())
  expect(distributionsIn(document)).toHaveLength(1)
  const { steps, passed } = await runScenario(document, scenario)
  expect(steps.flatMap(({ failures }) => failures)).toEqual([])
  expect([passed, scenario.steps.filter((step) => 'request' in step).length]).toEqual([true, 7])
})

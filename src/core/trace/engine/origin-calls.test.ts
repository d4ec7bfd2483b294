import { expect, test } from 'vitest'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { createRunner } from '#sandbox/runner.ts'
import { createSimulation } from './simulation.ts'

const traced = async (body: string) => {
  const document = distribution(
    {
      Origins: [customOrigin('web'), customOrigin('spare')],
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
      }),
    },
    {
      F: {
        type: 'Function',
        config: {
          Name: 'f',
          FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
          FunctionCode: `import cf from 'cloudfront'\nfunction handler(event) { ${body}; return event.request }`,
        },
      },
    },
  )
  const runner = createRunner()
  const fails = [{ match: {}, response: { status: 500 } }]
  const answers = [{ match: {}, response: { status: 200, body: 'ok' } }]
  const origins = { web: fails, spare: answers, 'other.example.org': answers }
  const result = await createSimulation({ document, origins, runner }).request({ url: '/a' })
  runner.dispose()
  return {
    status: result.status,
    errors: result.functions.map(({ error }) => error),
    asked: result.originRequests.map(({ origin, host, path }) => [origin, host, path]),
    sent: result.originRequests[0]?.headers,
    story: result.events.map(({ detail }) => detail).join('\n'),
  }
}

test('updateRequestOrigin changes the host and path of this request only', async () => {
  expect(
    await traced("cf.updateRequestOrigin({ domainName: 'other.example.org', originPath: '/v2' })"),
  ).toMatchObject({
    status: 200,
    errors: [null],
    asked: [['web', 'other.example.org', '/v2/a']],
  })
})

test('selectRequestOriginById takes another origin of the distribution', async () => {
  expect((await traced("cf.selectRequestOriginById('spare')")).asked).toEqual([
    ['spare', 'spare.example.org', '/a'],
  ])
})

test('createRequestOriginGroup fails over on the statuses it names', async () => {
  const group =
    "cf.createRequestOriginGroup({ originIds: [{ originId: 'web' }, { originId: 'spare' }], failoverCriteria: { statusCodes: [500] } })"
  const { status, asked } = await traced(group)
  expect([status, asked.map(([origin]) => origin)]).toEqual([200, ['web', 'spare']])
})

test('names of added headers are written in lower case, as everywhere in a trace', async () => {
  const { sent } = await traced("cf.updateRequestOrigin({ customHeaders: { 'X-Key': '1' } })")
  expect(sent).toMatchObject({ 'x-key': '1' })
})

test('a number that no origin can have is told, and the nearest is played', async () => {
  const { story } = await traced('cf.updateRequestOrigin({ connectionAttempts: 9 })')
  expect(story).toContain('connectionAttempts is 9, and an origin takes 1 to 3')
})

import { expect, test } from 'vitest'
import { writeFormat } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import type { OriginRule, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'
import { scriptsFor } from './origin-scripts.ts'
import { pinsOf } from './pinned.ts'
import { answerOf, pinAnswer, unpin } from './pins.ts'
import { parseScenarios } from './scenario.ts'
import { scenarioFile } from './scenario-text.ts'

const traced = (document: DesignDocument, request: ViewerRequest) =>
  createSimulation({ document, origins: scriptsFor(document, 'Site') }).request(request)

/** The design with the answer to a request pinned, whatever the origin's script says. */
async function pinned(document: DesignDocument, request: ViewerRequest, index = 0) {
  const result = await traced(document, request)
  const attempt = result.originRequests[index]
  const rule = answerOf(result, index)
  if (!attempt || !rule) throw new Error('The origin was asked.')
  return { rule, document: applyEdit(document, pinAnswer(document, 'Site', attempt, rule)) }
}

const answering = (...rules: OriginRule[]): DesignDocument => ({
  ...distribution({ Origins: [customOrigin('web')] }),
  originScripts: { web: rules },
})

test('a pinned answer is given again, whatever the script becomes', async () => {
  const design = answering({
    response: { status: 404, headers: { 'Cache-Control': 'max-age=7', ETag: '"a"' }, body: 'gone' },
  })
  const { document } = await pinned(design, { url: '/a' })
  const [pin] = pinsOf(document)
  expect(pin).toMatchObject({ origin: 'web', index: 0 })
  const script = [pin?.rule ?? {}, { response: { status: 200, body: 'other' } }]
  const later = { ...document, originScripts: { web: script } }
  expect(await traced(later, { url: '/a' })).toMatchObject({ status: 404, body: 'gone' })
  expect(await traced(later, { url: '/b' })).toMatchObject({ status: 200, body: 'other' })
})

test('pinned and let go is the design as it was', async () => {
  for (const design of [distribution(), answering({ response: { status: 200 } })]) {
    const { document } = await pinned(design, { url: '/a' })
    const [pin] = pinsOf(document)
    if (!pin) throw new Error('One is pinned.')
    expect(applyEdit(document, unpin(document, 'Site', pin))).toEqual(
      expect.objectContaining({
        ...design,
        ...(design.originScripts && { originScripts: design.originScripts }),
      }),
    )
  }
})

test('an answer is pinned once for one request', async () => {
  const once = await pinned(distribution(), { url: '/a' })
  const twice = await pinned(once.document, { url: '/a' })
  expect(pinsOf(twice.document)).toHaveLength(1)
})

test('a failed attempt is pinned as its failure, each origin of a group by itself', async () => {
  const design: DesignDocument = {
    ...distribution({
      Origins: [customOrigin('one'), customOrigin('two')],
      OriginGroups: [group('both', ['one', 'two'])],
      DefaultCacheBehavior: defaultBehavior('both'),
    }),
    originScripts: { one: [{ error: 'dns' }], two: [{ response: { body: 'ok' } }] },
  }
  const result = await traced(design, { url: '/a' })
  const last = result.originRequests.length - 1
  expect(answerOf(result, 0)).toMatchObject({ error: 'dns', match: { method: 'GET', path: '/a' } })
  expect(answerOf(result, last)).toMatchObject({ response: { status: 200, body: 'ok' } })
})

test('the values of cookies are not kept', async () => {
  const { rule } = await pinned(
    answering({
      response: {
        headers: { 'Set-Cookie': ['sid=s3cret; HttpOnly', 'b=x3; Expires=Thu, 01 Jan 2026 00:00:00 GMT'] },
      },
    }),
    { url: '/a' },
  )
  expect(rule.response?.headers?.['set-cookie']).toEqual([
    'sid=pinned; HttpOnly',
    'b=pinned; Expires=Thu, 01 Jan 2026 00:00:00 GMT',
  ])
})

test('no template says anything of pins, and a scenario file says it as a plain rule', async () => {
  const { document } = await pinned(distribution(), { url: '/only-pinned-here' })
  for (const format of ['cloudformation-yaml', 'cloudformation-json', 'terraform', 'cdk'] as const)
    expect(writeFormat(format, document).text).not.toMatch(/pinned/)
  const text = scenarioFile(
    document,
    [{ name: 'one', steps: [{ request: { url: '/only-pinned-here' } }] }],
    'a',
  )
  expect(text).toContain('/only-pinned-here')
  expect(text).not.toContain('"pinned"')
  expect(parseScenarios(text)).toMatchObject({ ok: true })
})

test('a script that a file holds and that is no list has no pins', () => {
  const odd = { ...distribution(), originScripts: { web: { pinned: true } } } as unknown as DesignDocument
  expect(pinsOf(odd)).toEqual([])
})

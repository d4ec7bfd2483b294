import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import type { ScenarioStep } from '#core/model/scenario.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { liveStream, playerSteps } from './player.ts'

const asked = (steps: readonly ScenarioStep[]) =>
  steps.flatMap((step) => ('request' in step ? [step.request.url] : []))
const streaming = (...patterns: readonly string[]): DesignDocument =>
  distribution({ CacheBehaviors: patterns.map((pattern) => behavior(pattern, 'web')) })

test('a player asks for what the behaviors serve', () => {
  const urls = (document: DesignDocument, url = '/') =>
    asked(playerSteps(document, 'Site', { url })).slice(0, 4)
  expect(urls(streaming('/live/*.m3u8', '/live/*.ts'))).toEqual([
    '/live/index.m3u8',
    '/live/segment1.ts',
    '/live/segment2.ts',
    '/live/index.m3u8',
  ])
  expect(urls(streaming('*.mpd', '*.m4s'))[1]).toBe('/init.mp4')
  expect(urls(streaming('*.ism/*')).slice(0, 2)).toEqual([
    '/index.ism/Manifest',
    '/index.ism/QualityLevels(1500000)/Fragments(video=60000000)',
  ])
  expect(urls(streaming(), '/vod/film.m3u8?token=a')).toEqual([
    '/vod/film.m3u8?token=a',
    '/vod/segment1.ts',
    '/vod/segment2.ts',
    '/vod/film.m3u8?token=a',
  ])
})

test('the second viewer is served by the caches, and the manifest of a live stream is asked for again', async () => {
  const document = streaming('*.m3u8', '*.ts')
  const steps = playerSteps(document, 'Site', { url: '/' })
  const { steps: ran } = await runScenario(document, { name: 'player', steps, origins: { web: liveStream } })
  const results = ran.flatMap(({ result }) => (result ? [result.xCache?.split(' ')[0]] : []))
  expect(results).toEqual([
    'Miss',
    'Miss',
    'Miss',
    'Hit',
    'Hit',
    'Hit',
    expect.stringMatching(/Miss|RefreshHit/),
    'Miss',
  ])
})

/** Every tutorial is gone through by its own solutions, on the real engine. */
import { afterAll, expect, test } from 'vitest'
import { addDistribution } from '#core/edits/resources.ts'
import { readSource } from '#core/formats/index.ts'
import type { AccountFacts } from '#core/model/account.ts'
import { type DesignDocument, emptyDesign } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { valueAt } from '#core/model/path.ts'
import { createSimulation, type Simulation } from '#core/trace/engine/simulation.ts'
import { createTestSigner, signUrl, trustedKeyFor, withTestKey } from '#core/trace/requests/test-signer.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { parseScenarios } from '#core/trace/scenario/scenario.ts'
import { createRunner } from '#sandbox/runner.ts'
import { project } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'
import { firstSteps } from './first-steps.ts'
import { gallery, stemOf } from './gallery.ts'
import type { Deed, Step, Tutorial, World } from './tutorial.ts'
import { tutorialOf, tutorials } from './tutorials/index.ts'

const all: readonly Tutorial[] = [firstSteps, ...tutorials]

const runner = createRunner()
afterAll(() => runner.dispose())
const signer = await createTestSigner()

const texts = import.meta.glob<string>(['/public/examples/*', '/public/recipes/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The example as the page opens it, with its saved traces. */
function exampleOf({ example }: Pick<Tutorial, 'example'>): DesignDocument {
  if (example === firstSteps.example) return applyEdit(emptyDesign, addDistribution(emptyDesign).edit)
  const read = readSource(texts[`/public/examples/${example}.yaml`] ?? '')
  const scenarios = parseScenarios(texts[`/public/recipes/${example}.scenarios.json`] ?? '')
  if (!read.ok || !scenarios.ok) throw new Error(`The example ${example} is not whole.`)
  return { ...read.value.document, scenarios: scenarios.value }
}

/** Somebody who reads a tutorial: what they did, and the caches of their trace. */
class Reader {
  world: World
  readonly tutorial: Tutorial
  private simulation: Simulation | undefined
  private account: AccountFacts = {}
  constructor(tutorial: Tutorial, document: DesignDocument) {
    this.tutorial = tutorial
    this.world = {
      document,
      distribution: undefined,
      sent: [],
      answers: {},
      selection: undefined,
      stage: undefined,
      shown: undefined,
    }
  }

  /** Cold caches and an empty list of requests, as after a reload or an edit. */
  anew(more: Partial<World> = {}): void {
    this.simulation = undefined
    this.world = { ...this.world, distribution: undefined, sent: [], stage: undefined, ...more }
  }

  private simulationOf(distribution: string): Simulation {
    const { document } = this.world
    if (this.world.distribution !== distribution) this.anew({ distribution })
    this.simulation ??= createSimulation({
      document,
      distribution,
      origins: scriptsFor(document, distribution),
      account: this.account,
      runner,
    })
    return this.simulation
  }

  private async send({
    send,
    sign,
    distribution = this.tutorial.distribution,
  }: Extract<Deed, { send: unknown }>) {
    let { url } = send
    if (sign !== undefined) {
      const key = trustedKeyFor(this.world.document, distribution, url)
      if (!key.ok) throw new Error(key.error)
      if (this.account.publicKeys === undefined) {
        this.account = withTestKey(this.account, key.value, signer)
        this.anew()
      }
      const keyPairId = this.account.publicKeys?.[0]?.Id ?? ''
      url = await signUrl(signer, { url, keyPairId, expires: 1767232800, flaw: sign })
    }
    const request = { ...send, url }
    const result = await this.simulationOf(distribution).request(request)
    this.world = { ...this.world, sent: [...this.world.sent, { request, result }], stage: undefined }
  }

  async do(step: Step, deed: Deed): Promise<void> {
    if ('send' in deed) await this.send(deed)
    else if ('advance' in deed) this.simulation?.advance(deed.advance)
    else if ('invalidate' in deed) this.simulation?.invalidate(deed.invalidate)
    else if ('edit' in deed)
      this.anew({ document: applyEdit(this.world.document, deed.edit(this.world.document)) })
    else if ('answer' in deed)
      this.world = { ...this.world, answers: { ...this.world.answers, [step.id]: deed.answer } }
    else if ('select' in deed) this.world = { ...this.world, selection: deed.select }
    else if ('show' in deed) this.world = { ...this.world, shown: deed.show }
    else await this.look(step, deed)
  }

  private async look(step: Step, { look, before }: Extract<Deed, { look: unknown }>): Promise<void> {
    const isTold = () => this.world.sent.at(-1)?.result.events.some(({ stage }) => stage === look)
    if (!isTold()) for (const deed of before) await this.do(step, deed)
    if (isTold()) this.world = { ...this.world, stage: look }
  }

  async solve(step: Step): Promise<void> {
    for (const deed of step.solution) await this.do(step, deed)
  }
}

test('every example has one tutorial, which the gallery names', () => {
  for (const { example, title } of tutorials)
    expect(gallery.find((one) => stemOf(one) === example)?.tutorial).toBe(title)
  expect(tutorials.map(({ example }) => example).toSorted()).toEqual(gallery.map(stemOf).toSorted())
})

test.each(all.map((tutorial) => [tutorial.example, tutorial] as const))(
  '%s: no step is done before it is solved, and each is by its own solution',
  async (_, tutorial) => {
    const reader = new Reader(tutorial, exampleOf(tutorial))
    for (const step of tutorial.steps) {
      expect([step.id, step.isDone(reader.world)]).toEqual([step.id, false])
      await reader.solve(step)
      expect([step.id, step.isDone(reader.world)]).toEqual([step.id, true])
    }
  },
)

test.each(all.map((tutorial) => [tutorial.example, tutorial] as const))(
  '%s: each step can be done after a reload, with cold caches',
  async (_, tutorial) => {
    const reader = new Reader(tutorial, exampleOf(tutorial))
    for (const step of tutorial.steps) {
      reader.anew({ selection: undefined })
      await reader.solve(step)
      expect([step.id, step.isDone(reader.world)]).toEqual([step.id, true])
    }
  },
)

test.each(all.map((tutorial) => [tutorial.example, tutorial] as const))(
  '%s: what it points at is there',
  async (_, tutorial) => {
    const reader = new Reader(tutorial, exampleOf(tutorial))
    for (const { at, ...step } of tutorial.steps) {
      const { document } = reader.world
      const nodes = project(document).nodes.map(({ id }) => id)
      if (at && 'node' in at) expect(nodes).toContain(at.node)
      if (at && 'thing' in at) expect(thingAt(document, at.thing)?.path).toEqual(at.thing)
      if (at && 'field' in at) expect(valueAt(document, at.field.slice(0, 3))).toBeDefined()
      await reader.solve({ ...step })
      const stages = reader.world.sent.at(-1)?.result.events.map(({ stage }) => stage)
      if (at && 'stage' in at) expect(stages).toContain(at.stage)
    }
  },
)

test.each(all.map((tutorial) => [tutorial.example, tutorial] as const))(
  '%s is read and done in about five minutes',
  (_, { steps, end, title }) => {
    expect(steps.length).toBeGreaterThanOrEqual(4)
    expect(steps.length).toBeLessThanOrEqual(7)
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    const told = steps.map(({ text, task, lesson, choices = [] }) =>
      [text, task, lesson, ...choices.map((choice) => choice.text)].join(' '),
    )
    // Two hundred words a minute, and a quarter of a minute for each task.
    const minutes = [title, ...told, end].join(' ').split(/\s+/).length / 200 + steps.length / 4
    expect(minutes).toBeLessThan(6)
  },
)

test('the first steps are at most five', () => {
  expect(firstSteps.steps.length).toBeLessThanOrEqual(5)
  expect(tutorialOf('first-steps')).toBe(firstSteps)
})

test('a question has one right answer, and every answer says why', () => {
  for (const { steps } of tutorials)
    for (const { choices = [], isDone, id } of steps) {
      if (choices.length === 0) continue
      expect(choices.filter(({ isRight }) => isRight)).toHaveLength(1)
      for (const [index, { why, isRight = false }] of choices.entries()) {
        expect(why.length).toBeGreaterThan(10)
        const world = { ...new Reader(tutorials[0] as Tutorial, emptyDesign).world, answers: { [id]: index } }
        expect(isDone(world)).toBe(isRight)
      }
    }
})

test('a reader may make anything of the example: no step stumbles over it', () => {
  const odd: readonly DesignDocument[] = [emptyDesign, ...tutorials.map(exampleOf)]
  for (const tutorial of all)
    for (const document of odd) {
      const { world } = new Reader(tutorial, document)
      for (const { isDone } of tutorial.steps) expect(() => isDone(world)).not.toThrow()
    }
})

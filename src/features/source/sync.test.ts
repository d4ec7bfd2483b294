import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { commit, startHistory, undo } from '#core/model/history.ts'
import type { SourceClient } from './source-client.ts'
import { formatChoices, locateAll, readText, writeText } from './source-text.ts'
import { Sync, type SyncState } from './sync.ts'

const template = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: one # kept
        Origins: [{ Id: web, DomainName: web.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior: { TargetOriginId: web, ViewerProtocolPolicy: https-only }
`
const comment = ['resources', 'Site', 'config', 'Comment']
/** The client without its worker. */
const client: Pick<SourceClient, 'ask'> = {
  ask: async (operation, ...given) => {
    const operations = { read: readText, write: writeText, locate: locateAll, formats: formatChoices }
    // The client's own types tie an operation to its arguments and its answer.
    return (operations[operation] as (...given: unknown[]) => never)(...given)
  },
}

async function open() {
  const read = readSource(template)
  if (!read.ok) throw new Error('The template reads.')
  let history = startHistory(read.value.document)
  let text = template
  let time = 0
  const states: SyncState[] = []
  const sync = new Sync({
    client,
    document: () => history.present,
    format: () => 'cloudformation-yaml',
    commit: (edit) => {
      history = commit(history, edit)
    },
    selection: () => undefined,
    select: () => {},
    now: () => time,
    tell: (state) => states.push(state),
    editor: {
      text: () => text,
      setText: (next) => {
        text = next
      },
      endStep: () => {},
    },
  })
  sync.begin(history.present, [], [])
  return {
    sync,
    state: () => states.at(-1),
    text: () => text,
    history: () => history,
    comment: (document: DesignDocument = history.present) => {
      const site = document.resources['Site']
      return site?.type === 'Distribution' ? site.config.Comment : undefined
    },
    async type(next: string, after = 300) {
      time += after
      text = next
      sync.typed(true)
      await sync.read()
      await sync.changed()
    },
    async draw(value: string) {
      history = commit(history, setAt(comment, value))
      await sync.changed()
    },
    async takeBack() {
      history = undo(history)
      await sync.changed()
    },
  }
}

test('text that reads becomes the design, and stays as it was typed', async () => {
  const view = await open()
  const typed = template.replace('one', '"two"   ')
  await view.type(typed)
  expect(view.comment()).toBe('two')
  expect(view.text()).toBe(typed)
  expect(view.state()?.status).toEqual({ is: 'same' })
})

test('text that does not read leaves the design alone and names its place', async () => {
  const view = await open()
  await view.type(template.replace('Enabled: true', 'Enabled: [true'))
  expect(view.comment()).toBe('one')
  expect(view.state()?.status).toMatchObject({
    is: 'broken',
    problems: [{ position: { line: expect.any(Number) } }],
  })
})

test('typing without a pause is one step of undo, and undo brings the text back', async () => {
  const view = await open()
  await view.type(template.replace('one', 'on'))
  await view.type(template.replace('one', 'only'))
  expect(view.history().past).toHaveLength(1)
  await view.type(template.replace('one', 'only us'), 5000)
  expect(view.history().past).toHaveLength(2)
  await view.takeBack()
  expect(view.text()).toBe(template.replace('one', 'only'))
  await view.takeBack()
  expect(view.text()).toBe(template)
})

test('an edit of the design changes its bytes of the text alone', async () => {
  const view = await open()
  await view.draw('two')
  expect(view.text()).toBe(template.replace('one', 'two'))
})

test('a design that changes under broken text leaves the text to the person', async () => {
  const view = await open()
  const broken = template.replace('Enabled: true', 'Enabled: [true')
  await view.type(broken)
  await view.draw('two')
  expect(view.state()?.status.is).toBe('apart')
  expect(view.text()).toBe(broken)
  await view.sync.discard()
  expect(view.text()).toBe(template.replace('one', 'two'))
})

test('typing the same text again is no edit', async () => {
  const view = await open()
  await view.type(`${template} `)
  await view.type(template)
  expect(view.comment()).toBe('one')
  expect(view.history().past).toHaveLength(1)
})

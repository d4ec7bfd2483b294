/** Links and what a browser has stored, by a person who means harm: a sentence or an unharmed design, never a throw. */
import { expect, test } from 'vitest'
import { pasteClip, readClip } from '#core/edits/clipboard.ts'
import { wholeDesign } from '#core/formats/whole-design.ts'
import { distribution } from '#fixtures/build.ts'
import { resumeChoice, useComparison } from '#state/comparison.ts'
import { currentDocument, openDesign, undo } from '#state/design.ts'
import { resumeFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { resumeFrame, useFrame } from '#state/frame.ts'
import { type DesignStorage, openSaved, savedDocument, setStorage } from '#state/library.ts'
import { resumeOpenedFrom, useOpenedFrom } from '#state/opened-from.ts'
import { checkDesign, resumeProfile, useProblems } from '#state/problems.ts'
import { useSession } from '#state/session.ts'
import { openShared, shareLink } from '#state/share.ts'
import { messageOf } from '#state/tab-message.ts'
import { resumeTutorials, useTutorials } from '#state/tutorial.ts'
import { pictureOf } from '#things/picture.ts'
import { project } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import { jsonOf } from './door.ts'
import { fragments, refused, strange, words } from './stored-attacks.ts'

const before = distribution({ Comment: 'before' })
const begin = () => openDesign('', 'Untitled design', before)
const linkTo = async (text: string) => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `#design=${Buffer.from(await new Response(packed).arrayBuffer()).toString('base64url')}`
}

/** Storage that has been written by anybody: nothing is looked at before it is handed over. */
const stored = (value: never): DesignStorage => ({
  save: () => Promise.resolve({ ok: true, value: true }),
  list: () => Promise.resolve([{ id: 'a', name: 'A', savedAt: 1 }]),
  load: () => Promise.resolve({ ok: true, value: { id: 'a', name: 'A', savedAt: 1, document: value } }),
  setAside: () => Promise.resolve(),
  versions: () => Promise.resolve([{ at: 1, document: value }]),
  addVersion: () => Promise.resolve({ ok: true, value: true }),
  history: () => Promise.resolve({ past: [{ label: 'a', document: value }], present: value, future: [] }),
  saveHistory: () => Promise.resolve(),
  download: () => Promise.resolve(),
  remove: () => Promise.resolve({ ok: true, value: true }),
})
const storing = (text: string) => setStorage(stored(jsonOf(new TextEncoder().encode(text)) as never))

/** A sentence for people: with an end, and without words of JavaScript's own. */
const isSentence = (text: string) =>
  /^\S.{10,}[.!]$/s.test(text) && !/undefined|\[object|is not a function|TypeError|cannot read/i.test(text)

const isUnpolluted = () => Reflect.ownKeys({}).length === 0 && !('Enabled' in {}) && !('polluted' in {})

test.each(refused)(
  'a link that holds $what is refused in a sentence, and the open design stays',
  async ({ text }) => {
    begin()
    const opened = await openShared(await linkTo(text))
    expect(opened?.ok).toBe(false)
    expect(isSentence(opened?.ok === false ? opened.error : ''), JSON.stringify(opened)).toBe(true)
    expect(currentDocument()).toBe(before)
  },
)

test.each(refused)('a stored design that is $what is set aside in a sentence', async ({ text }) => {
  begin()
  storing(text)
  expect(await openSaved('a')).toBe(false)
  expect(isSentence(useSession.getState().message), useSession.getState().message).toBe(true)
  expect(currentDocument()).toBe(before)
  expect(await savedDocument('a')).toBeUndefined()
  expect(
    messageOf({ is: 'edit', id: 'a', name: 'A', document: jsonOf(new TextEncoder().encode(text)) }),
  ).toBeUndefined()
})

async function lives(): Promise<void> {
  const document = currentDocument()
  pictureOf(document, 'again')
  const { nodes } = project(document)
  for (const node of nodes) summaryOf(document, node)
  await checkDesign(document, () => false)
  const again = await openShared(new URL((await shareLink('again', document, 'http://localhost/')).url).hash)
  expect(typeof again?.ok).toBe('boolean')
  const clip = readClip(
    JSON.stringify({
      frontage: 'clip',
      items: [],
      resources: document.resources,
      needed: { resources: {}, origins: [] },
    }),
  )
  if (clip) pasteClip(before, 'Site', clip)
  expect(isUnpolluted()).toBe(true)
}

test.each(strange)('a design with $what opens unharmed, or a sentence says why not', async ({ text }) => {
  begin()
  const opened = await openShared(await linkTo(text))
  if (opened?.ok === false) expect(isSentence(opened.error), opened.error).toBe(true)
  await lives()
  begin()
  storing(text)
  if (!(await openSaved('a'))) expect(isSentence(useSession.getState().message)).toBe(true)
  undo()
  await lives()
})

test.each(fragments)('a link with %s is refused in a sentence', async (_, fragment) => {
  begin()
  const opened = await openShared(fragment)
  expect(opened?.ok).toBe(false)
  expect(isSentence(opened?.ok === false ? opened.error : ''), JSON.stringify(opened)).toBe(true)
  expect(currentDocument()).toBe(before)
})

test('no word that local storage holds keeps the page from starting', () => {
  for (const word of words) {
    resumeFrame(word)
    resumeFirstSteps(word)
    resumeTutorials(word)
    resumeOpenedFrom(word)
    resumeChoice(word)
    resumeProfile(word)
    const { folded, widths, splits } = useFrame.getState()
    expect(typeof useComparison.getState().chosen).toBe('string')
    expect([...useOpenedFrom.getState().files].flat().every((one) => typeof one === 'string')).toBe(true)
    expect(Object.values(folded).every((one) => typeof one === 'boolean')).toBe(true)
    expect(Object.values(widths).every((one) => one > 0)).toBe(true)
    expect(Object.values(splits).every(({ size }) => size >= 5 && size <= 95)).toBe(true)
    expect(useFirstSteps.getState().isDismissed).toBe(word === 'dismissed')
    expect(Object.values(useTutorials.getState().of).every(({ at }) => at >= 0)).toBe(true)
    expect(useProblems.getState().profile).toBe('essential')
  }
  expect(isUnpolluted()).toBe(true)
})

test('there are as many attacks as were promised, and a whole design is none of them', async () => {
  const all = [...refused, ...strange]
    .map(({ text }) => text)
    .concat(
      fragments.map(([, one]) => one),
      words,
    )
  expect(new Set(all).size).toBeGreaterThanOrEqual(100)
  begin()
  expect((await openShared(await linkTo(JSON.stringify(before))))?.ok).toBe(true)
  storing(JSON.stringify(before))
  expect(await openSaved('a')).toBe(true)
  expect(wholeDesign(before).ok).toBe(true)
})

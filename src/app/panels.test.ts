import { expect, test } from 'vitest'
import { modes } from '#state/frame.ts'
import { type PanelId, showPanel, useSession } from '#state/session.ts'
import { entryOf, modeOf, panels, showMode } from './panels.ts'

const mode = () => modeOf(useSession.getState().panel)

test('a session begins with drawing, and each panel is there once', () => {
  expect(mode()).toBe('design')
  const ids: readonly PanelId[] = panels.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(modes)('$label has work of its own to show', ({ id }) => {
  showMode(id)
  expect(mode()).toBe(id)
  expect(entryOf(useSession.getState().panel)?.mode ?? 'design').toBe(id)
})

test('the drawing comes back with what stood beside it', () => {
  showMode('design')
  showPanel('source')
  showMode('trace')
  showMode('design')
  expect(useSession.getState().panel).toBe('source')
  showPanel(undefined)
  showMode('replay')
  showMode('design')
  expect(useSession.getState().panel).toBeUndefined()
})

test('a panel that is not in the list cannot be shown', () => {
  // @ts-expect-error: there is no such panel.
  const show = () => showPanel('costs')
  expect(show).toBeInstanceOf(Function)
})

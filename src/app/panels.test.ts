import { expect, test } from 'vitest'
import { type PanelId, showPanel, useSession } from '#state/session.ts'
import { panels } from './panels.ts'

test('the session begins with the first panel, and each is there once', () => {
  const ids: readonly PanelId[] = panels.map(({ id }) => id)
  expect(useSession.getState().panel).toBe(ids[0])
  expect(new Set(ids).size).toBe(ids.length)
})

test('a panel that is not in the list cannot be shown', () => {
  // @ts-expect-error: there is no such panel.
  const show = () => showPanel('costs')
  expect(show).toBeInstanceOf(Function)
})

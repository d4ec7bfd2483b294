/** Two tabs with the same design: each sees the other's edits, and an edit made at the same moment is not lost. */
import { create } from 'zustand'
import { applyVersion } from '#core/edits/versions.ts'
import { commit, renameDesign, useDesign } from './design.ts'
import { announce } from './session.ts'
import { messageOf, type TabMessage } from './tab-message.ts'

/** Whether another tab has the open design. */
export const useTabs = create<{ readonly isShared: boolean }>()(() => ({ isShared: false }))

const pause = 120

const onMessage =
  (hear: (message: TabMessage) => void) =>
  ({ data }: MessageEvent<unknown>): void => {
    const message = messageOf(data)
    if (message && message.id !== '' && message.id === useDesign.getState().id) hear(message)
  }

/** Listens to the other tabs of this browser and tells them; returns how to stop. */
export function watchTabs(): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {}
  const channel = new BroadcastChannel('frontage')
  const send = (message: TabMessage) => channel.postMessage(message)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isUnsent = false
  /** What comes from another tab is not sent back to it. */
  let isTaking = false

  const take = ({ name, document }: Extract<TabMessage, { is: 'edit' }>) => {
    useTabs.setState({ isShared: true })
    isTaking = true
    if (isUnsent) {
      announce(
        'Another tab changed the design at the same moment: its state is shown, undo brings yours back.',
      )
      clearTimeout(timer)
      isUnsent = false
      commit(applyVersion(document, 'Edit in another tab'))
    } else commit(applyVersion(document, 'Edit in another tab', 'edit in another tab'))
    if (useDesign.getState().name !== name) renameDesign(name)
    isTaking = false
  }
  const hear = (data: TabMessage) => {
    if (data.is === 'edit') take(data)
    else if (data.is === 'gone') useTabs.setState({ isShared: false })
    else {
      if (!useTabs.getState().isShared)
        announce('This design is open in another tab too; edits of either appear in both.')
      useTabs.setState({ isShared: true })
      if (data.asks) send({ is: 'here', id: data.id, asks: false })
    }
  }
  channel.onmessage = onMessage(hear)
  const stop = useDesign.subscribe((now, before) => {
    if (now.id !== before.id) {
      useTabs.setState({ isShared: false })
      if (before.id !== '') send({ is: 'gone', id: before.id })
      if (now.id !== '') send({ is: 'here', id: now.id, asks: true })
      return
    }
    const isEdit = now.history.present !== before.history.present || now.name !== before.name
    if (!isEdit || isTaking) return
    if (!useTabs.getState().isShared) return
    isUnsent = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      isUnsent = false
      const { id, name, history } = useDesign.getState()
      send({ is: 'edit', id, name, document: history.present })
    }, pause)
  })
  const leave = () => send({ is: 'gone', id: useDesign.getState().id })
  window.addEventListener('pagehide', leave)
  const { id } = useDesign.getState()
  if (id !== '') send({ is: 'here', id, asks: true })
  return () => {
    leave()
    clearTimeout(timer)
    window.removeEventListener('pagehide', leave)
    channel.close()
    stop()
  }
}

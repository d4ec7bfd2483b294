/** The last requests of each design, newest first: they outlive an edit and cold caches, and end with the visit, since a request may hold a secret. */
import { create } from 'zustand'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { useDesign } from './design.ts'
import { useTrace } from './trace.ts'

/** So many are remembered of each design. */
const most = 20

interface Sent {
  readonly byDesign: Readonly<Record<string, readonly ViewerRequest[]>>
}
export const useSent = create<Sent>()(() => ({ byDesign: {} }))

const none: readonly ViewerRequest[] = []
export const sentOf = ({ byDesign }: Sent, design: string): readonly ViewerRequest[] =>
  (Object.hasOwn(byDesign, design) ? byDesign[design] : undefined) ?? none

const isSame = (one: ViewerRequest, two: ViewerRequest) => JSON.stringify(one) === JSON.stringify(two)

useTrace.subscribe(({ traced }, before) => {
  const [newest] = traced
  if (!newest || newest === before.traced[0]) return
  const { id } = useDesign.getState()
  useSent.setState(({ byDesign }) => {
    const others = sentOf({ byDesign }, id).filter((one) => !isSame(one, newest.request))
    return { byDesign: { ...byDesign, [id]: [newest.request, ...others].slice(0, most) } }
  })
})

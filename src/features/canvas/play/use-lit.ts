import { useSession } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'

/** What a traced request is beside: its story, and the drawing alone. Other work has the drawing for itself. */
const played: readonly (string | undefined)[] = [undefined, 'trace', 'problems', 'source']

/** The request that is drawn on its way, where it is what one looks at. */
export const useLit = () => {
  const isPlayed = useSession(({ panel }) => played.includes(panel))
  const lit = useTrace((state) => state.lit)
  return isPlayed ? lit : undefined
}

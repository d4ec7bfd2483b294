import { usePair } from '#state/pair.ts'
import type { Projection } from '#things/project.ts'
import { useWhereDragged } from './dragging.ts'
import type { DesignFlowNode } from './node/data.ts'
import { Play } from './Play.tsx'
import { PlayBar } from './PlayBar.tsx'
import { PlayBoth } from './PlayBoth.tsx'

export interface PlayedProps {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
}

/** What was traced, played on the drawing: one request, or two side by side. */
export function Played({ projection, nodes: placed }: PlayedProps) {
  const nodes = useWhereDragged(placed)
  const isPair = usePair((state) => state.isShown)
  if (isPair) return <PlayBoth projection={projection} nodes={nodes} />
  return (
    <>
      <Play projection={projection} nodes={nodes} />
      <PlayBar />
    </>
  )
}

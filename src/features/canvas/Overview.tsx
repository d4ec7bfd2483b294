import { Panel, type ReactFlowState, useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { DesignFlowNode } from './node/data.ts'
import styles from './overview.module.css'

const size = { width: 60, height: 150 }
const margin = 4

/** How the design is laid into the overview: its left upper corner, and px of the overview for each of the design. */
interface Fit {
  readonly left: number
  readonly top: number
  readonly scale: number
}

const box = ({ position: { x, y }, width = 0, height = 0 }: DesignFlowNode) => ({
  x,
  y,
  right: x + width,
  bottom: y + height,
})

function fitOf(nodes: readonly DesignFlowNode[]): Fit {
  const boxes = nodes.map(box)
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const width = Math.max(...boxes.map(({ right }) => right)) - left
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - top
  const scale = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height)
  return {
    left: left - (size.width / scale - width) / 2,
    top: top - (size.height / scale - height) / 2,
    scale,
  }
}

/** All nodes as one path: hundreds of rectangles of their own would be laid out, painted and hit-tested one by one. */
const outline = (nodes: readonly DesignFlowNode[]): string =>
  nodes
    .map((node) => `M${node.position.x} ${node.position.y}h${node.width}v${node.height}h-${node.width}z`)
    .join('')

/** Keeps the frame around what is seen; by style alone, since it moves at each frame of a pan. */
function useSeen(fit: Fit) {
  const store = useStoreApi()
  const seen = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const follow = ({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
      const { current } = seen
      if (!current) return
      const at = { x: (-x / zoom - fit.left) * fit.scale, y: (-y / zoom - fit.top) * fit.scale }
      current.style.transform = `translate(${at.x}px, ${at.y}px)`
      current.style.width = `${(width / zoom) * fit.scale}px`
      current.style.height = `${(height / zoom) * fit.scale}px`
    }
    follow(store.getState())
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        follow(now)
    })
  }, [store, fit])
  return seen
}

/** True where all of the design is in sight, and an overview of it would say nothing. */
function useIsWhole(nodes: readonly DesignFlowNode[]): boolean {
  const boxes = nodes.map(box)
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map((one) => one.right))
  const bottom = Math.max(...boxes.map((one) => one.bottom))
  return useStore(
    ({ transform: [x, y, zoom], width, height }) =>
      left * zoom + x >= 0 && top * zoom + y >= 0 && right * zoom + x <= width && bottom * zoom + y <= height,
  )
}

/** The whole design in a corner, with a frame around what is seen; a drag moves there, the wheel zooms. */
export function Overview({ nodes }: { readonly nodes: readonly DesignFlowNode[] }) {
  const { setCenter, getZoom, zoomTo } = useReactFlow()
  const { left, top, scale } = fitOf(nodes)
  const fit = useMemo(() => ({ left, top, scale }), [left, top, scale])
  const seen = useSeen(fit)
  const isWhole = useIsWhole(nodes)
  const picture = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = picture
    const zoom = (event: WheelEvent) => {
      event.preventDefault()
      void zoomTo(getZoom() * 2 ** (-event.deltaY / 400))
    }
    current?.addEventListener('wheel', zoom, { passive: false })
    return () => current?.removeEventListener('wheel', zoom)
    // Made anew when the overview appears.
  }, [zoomTo, getZoom])
  const go = ({ currentTarget, clientX, clientY, buttons }: PointerEvent) => {
    if ((buttons & 1) === 0) return
    const { x, y } = currentTarget.getBoundingClientRect()
    void setCenter(left + (clientX - x) / scale, top + (clientY - y) / scale, { zoom: getZoom() })
  }
  const [bright, dim] = [nodes.filter(({ data }) => !data.isDim), nodes.filter(({ data }) => data.isDim)]
  if (isWhole) return null
  return (
    <Panel position="bottom-right" className={styles['overview'] ?? ''}>
      <div
        ref={picture}
        style={size}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      >
        {nodes.length > 0 && (
          <svg
            role="img"
            aria-label="Overview of the design"
            {...size}
            viewBox={`${left} ${top} ${size.width / scale} ${size.height / scale}`}
          >
            <path d={outline(bright)} fill="var(--line-strong)" />
            <path d={outline(dim)} fill="var(--line)" />
          </svg>
        )}
        <div ref={seen} className={styles['seen']} />
      </div>
    </Panel>
  )
}

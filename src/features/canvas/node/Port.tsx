import { Handle, type HandleType, Position } from '@xyflow/react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import styles from './node.module.css'

/** A finger is over a port and presses it in one step: there is no time to make the port in between. */
const touch = matchMedia('(any-pointer: coarse)')

interface PortProps {
  readonly type: HandleType
  readonly isConnectable: boolean
  /** Something is being connected, and each port tells what it is to that. */
  readonly isAsked: boolean
}

/**
 * Where the lines of a node begin or end. React Flow's own handle follows every change of its store, and there are a
 * hundred of them: until the pointer comes, or something is being connected, a plain element stands for it.
 */
export function Port({ type, isConnectable, isAsked }: PortProps) {
  const [isReached, setReached] = useState(touch.matches)
  const position = type === 'target' ? Position.Left : Position.Right
  const own = styles['handle'] ?? ''
  if (isReached || isAsked)
    return <Handle type={type} position={position} className={own} isConnectable={isConnectable} />
  const able = isConnectable ? 'connectable connectionindicator' : ''
  return (
    <div
      className={`react-flow__handle react-flow__handle-${position} nodrag nopan ${own} ${type} ${able}`}
      onPointerEnter={() => flushSync(() => setReached(true))}
    />
  )
}

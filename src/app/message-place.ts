/** Where a message stands: over the drawing, which has room and moves; what is read beside it stays in sight. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface MessagePlace {
  /** Of its middle, in pixels of the window. */
  readonly left: number
  /** From the foot of the window. */
  readonly bottom: number
  readonly maxWidth: number
}

/** A drawing that is smaller than this would be all message. */
const least = { width: 220, height: 140 }
const widest = 560
const gap = 12

/** Undefined where no drawing has room: the message then has a line of its own at the foot of the window. */
export function messagePlace(drawing: Box | undefined, windowHeight: number): MessagePlace | undefined {
  if (!drawing || drawing.width < least.width || drawing.height < least.height) return undefined
  return {
    left: drawing.left + drawing.width / 2,
    bottom: windowHeight - (drawing.top + drawing.height) + gap,
    maxWidth: Math.min(widest, drawing.width - 2 * gap),
  }
}

/** Below an open dialog, which is what is read then. */
export const besideDialog = (windowWidth: number): MessagePlace => ({
  left: windowWidth / 2,
  bottom: gap,
  maxWidth: Math.min(widest, windowWidth - 2 * gap),
})

import type { Page } from '@playwright/test'
import type { Clock } from './clock.ts'

const frame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

declare global {
  interface Window {
    /** How many frames moved something of the drawing since it was asked last. */
    takeMoved: () => number
  }
}

/** Counts them from now on; runs in the page. */
const countMoved = (): void => {
  let last: unknown
  let count = 0
  const viewport = document.querySelector('.react-flow__viewport') ?? document.body
  new MutationObserver(() => {
    // The time of an animation is the same throughout a frame.
    const { currentTime } = document.timeline
    if (currentTime !== last) count += 1
    last = currentTime
  }).observe(viewport, { subtree: true, attributes: true, attributeFilter: ['style'] })
  window.takeMoved = () => {
    const taken = count
    count = 0
    return taken
  }
}

export const gestures = ['pan', 'drag of an origin', 'drag of the distribution'] as const
export type Gesture = (typeof gestures)[number]

/** Px from the middle of the round that the pointer makes. */
const radius = 35

/**
 * Processor time of a frame at each step of a round of the pointer. Near the canvas's edge React Flow pans by itself, in
 * both pages at the same places: such a step holds as many frames as pass until the page answers, and counts as the mean of
 * them.
 */
async function stroke(page: Page, clock: Clock, from: { x: number; y: number }): Promise<number[]> {
  const steps = 40
  const frames: number[] = []
  await page.evaluate(countMoved)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step += 1) {
    const turn = (2 * Math.PI * step) / steps
    const before = await clock()
    await page.mouse.move(from.x + radius * Math.sin(turn), from.y + radius * (1 - Math.cos(turn)))
    await frame(page)
    const taken = (await clock()) - before
    frames.push(taken / Math.max(1, await page.evaluate(() => window.takeMoved())))
  }
  await page.mouse.up()
  // The first of them begin the drag.
  return frames.slice(3)
}

/** Where a gesture begins, at the same place of both pages. */
async function beginning(page: Page, gesture: Gesture, behaviors: number) {
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('The page has no canvas.')
  // Before the frame, below the viewers, where no node and no edge is; the round stays within the canvas.
  if (gesture === 'pan') return { x: pane.x + 15 + radius, y: pane.y + 330 }
  const index = gesture === 'drag of an origin' ? 2 + behaviors : 1
  const node = await page.locator('.react-flow__node').nth(index).boundingBox()
  if (!node) throw new Error('What is dragged is not in view.')
  return { x: node.x + node.width / 2, y: node.y + Math.min(node.height - 6, 14) }
}

/** Frames of a gesture of a page that was just opened. */
export async function framesOf(
  gesture: Gesture,
  page: Page,
  clock: Clock,
  behaviors: number,
): Promise<number[]> {
  await page.bringToFront()
  return stroke(page, clock, await beginning(page, gesture, behaviors))
}

import type { Page } from '@playwright/test'
import type { Clock } from './clock.ts'

const frame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Px from the middle of the round that the pointer makes. */
const radius = 35

/**
 * Processor time of each frame of a round of the pointer, which ends where it began, so that each one begins with the
 * same view.
 */
async function stroke(page: Page, clock: Clock, from: { x: number; y: number }): Promise<number[]> {
  const steps = 40
  const frames: number[] = []
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step += 1) {
    const turn = (2 * Math.PI * step) / steps
    const before = await clock()
    await page.mouse.move(from.x + radius * Math.sin(turn), from.y + radius * (1 - Math.cos(turn)))
    await frame(page)
    frames.push((await clock()) - before)
  }
  await page.mouse.up()
  // The first of them begin the drag.
  return frames.slice(3)
}

export const gestures = ['pan', 'drag of an origin', 'drag of the distribution'] as const
export type Gesture = (typeof gestures)[number]

/** Frames of one pan, and of a drag of an origin and of the distribution, at the same places of both pages. */
export async function pointer(
  page: Page,
  clock: Clock,
  behaviors: number,
): Promise<Record<Gesture, number[]>> {
  await page.bringToFront()
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('The page has no canvas.')
  // Before the frame, below the viewers, where no node and no edge is; the round stays within the canvas.
  const pan = await stroke(page, clock, { x: pane.x + 15 + radius, y: pane.y + 330 })
  const grip = async (index: number) => {
    const node = await page.locator('.react-flow__node').nth(index).boundingBox()
    if (!node) throw new Error('What is dragged is not in view.')
    return { x: node.x + node.width / 2, y: node.y + Math.min(node.height - 6, 14) }
  }
  const origin = await stroke(page, clock, await grip(2 + behaviors))
  const site = await stroke(page, clock, await grip(1))
  return { pan, 'drag of an origin': origin, 'drag of the distribution': site }
}

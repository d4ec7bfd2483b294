/** Key presses in a field of an origin: what the main thread works, and how long a person waits. */
import type { Browser, Page } from '@playwright/test'

interface Times {
  readonly canvas: number[]
  readonly problems: number[]
}
export interface Keys {
  /** Milliseconds of processor time of the main thread. */
  readonly work: Times
  readonly wall: Times
}

/** What a trace holds of a mark: when it was made, and the processor time of its thread until then, in µs. */
interface TraceEvent {
  readonly name: string
  readonly cat: string
  readonly ts: number
  readonly tts?: number
}

/** Marks each key press, the frame in which the canvas shows it when it is painted, and nothing else. */
const markKeys = () => {
  let isDrawn = true
  addEventListener(
    'keydown',
    () => {
      performance.mark('bench: key')
      isDrawn = false
    },
    true,
  )
  const painted = () => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => performance.mark('bench: canvas')
    port2.postMessage(undefined)
  }
  new MutationObserver(() => {
    if (isDrawn) return
    isDrawn = true
    requestAnimationFrame(painted)
  }).observe(document.querySelector('.react-flow__nodes') ?? document.body, {
    subtree: true,
    characterData: true,
    childList: true,
  })
}

function timesIn(events: readonly TraceEvent[]): Keys {
  const keys: Keys = { work: { canvas: [], problems: [] }, wall: { canvas: [], problems: [] } }
  let key: TraceEvent | undefined
  const marks = events.filter(({ cat, tts }) => cat === 'blink.user_timing' && tts !== undefined)
  for (const mark of marks.toSorted((a, b) => a.ts - b.ts)) {
    if (mark.name === 'bench: key') key = mark
    const until = ({ 'bench: canvas': 'canvas', 'frontage: problems': 'problems' } as const)[mark.name]
    if (!key || !until) continue
    keys.work[until].push(((mark.tts ?? 0) - (key.tts ?? 0)) / 1000)
    keys.wall[until].push((mark.ts - key.ts) / 1000)
  }
  return keys
}

export async function keystrokes(browser: Browser, page: Page): Promise<Keys> {
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('Origin origin-1')
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Domain name', { exact: true })
  await field.focus()
  await page.waitForTimeout(1500)
  await page.evaluate(markKeys)
  await browser.startTracing(page, { categories: ['blink.user_timing'] })
  for (let key = 0; key < 60; key += 1) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace')
    await page.waitForTimeout(250)
  }
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  return timesIn(trace.traceEvents)
}

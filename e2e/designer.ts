/** The page in words of its users. */
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import type { HeaderFields, OriginRule, ViewerRequest } from '#core/model/scenario.ts'
import { startServers } from './servers.ts'

export class Designer {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async start(): Promise<void> {
    await this.page.goto(process.env['FRONTAGE_URL'] ?? '')
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** Opens an example of the gallery, and puts its tutorial away. */
  async openExample(title: string): Promise<void> {
    await this.openWithTutorial(title)
    await this.page.getByRole('button', { name: 'Put the tutorial away' }).click()
  }

  async openWithTutorial(title: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
    await expect(this.tutorial).toBeVisible()
  }

  get tutorial(): Locator {
    return this.page.getByRole('region', { name: 'Tutorial' })
  }

  async openTemplate(name: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Open', exact: true }).click()
    await this.page
      .getByLabel('File to open')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  }

  async newDesign(): Promise<void> {
    await this.page.getByRole('button', { name: 'New design', exact: true }).click()
    await expect(this.page.getByRole('main', { name: 'Canvas' })).toBeVisible()
  }

  /** A node by its id: `Site/origin/api`. */
  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`)
  }

  get palette(): Locator {
    return this.page.getByRole('region', { name: 'Palette' })
  }

  get outline(): Locator {
    return this.page.getByRole('tree', { name: 'Outline' })
  }

  /** Of the bar; a message about what was just done has a button of this name too. */
  get undo(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: /^Undo/ })
  }

  /** Adds an item of the palette by click. */
  async addFromPalette(label: string): Promise<void> {
    await this.palette.getByRole('button', { name: new RegExp(`^${label}`) }).click()
  }

  async dragFromPalette(label: string): Promise<void> {
    const item = this.page.getByLabel('Palette').getByRole('button', { name: new RegExp(`^${label}`) })
    await item.dragTo(this.page.locator('.react-flow__pane'), { targetPosition: { x: 60, y: 60 } })
  }

  /** All that was done is written into the browser's storage: the design, its history and its versions. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^Saved in this browser/ })).toBeVisible()
  }

  /** The view has come to rest after a design was opened. */
  async settled(): Promise<void> {
    await expect(this.page.locator('.react-flow__node').first()).toBeVisible()
    await this.page.locator('.react-flow__viewport').evaluate(async (viewport) => {
      const frame = () => new Promise(requestAnimationFrame)
      // The first view is chosen 40 ms after a design is opened, and may be reached by a movement.
      for (let [was, since] = ['', performance.now()]; performance.now() - since < 160; await frame()) {
        const now = getComputedStyle(viewport).transform
        if (now === was) continue
        was = now
        since = performance.now()
      }
    })
  }

  /** Draws a connection and lets go in the middle of a node: a handle need not be hit. */
  async dragConnection(from: string, to: string): Promise<void> {
    const source = await this.node(from).locator('.source').boundingBox()
    const target = await this.node(to).boundingBox()
    if (!source || !target) throw new Error('Both nodes must be in view.')
    const { mouse } = this.page
    await mouse.move(source.x + source.width / 2, source.y + source.height / 2)
    await mouse.down()
    await mouse.move(source.x + 30, source.y + 10, { steps: 4 })
    await mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 6 })
    await mouse.up()
  }

  async connect(from: string, to: string): Promise<void> {
    const source = await this.node(from).locator('.source').boundingBox()
    const target = await this.node(to).locator('.target').boundingBox()
    if (!source || !target) throw new Error('Both nodes must be in view.')
    const { mouse } = this.page
    await mouse.move(source.x + source.width / 2, source.y + source.height / 2)
    await mouse.down()
    await mouse.move(target.x - 30, target.y + 10, { steps: 6 })
    await mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 })
    await mouse.up()
  }

  /** Goes to a mode, or to what stands beside the drawing; a tab of those puts it away where it is there already. */
  async showPanel(name: string): Promise<void> {
    const tab = (called: string) => this.page.getByRole('tab', { name: new RegExp(`^${called}`) })
    if (['Problems', 'Source'].includes(name) && (await tab('Design').count()) > 0)
      await tab('Design').click()
    if ((await tab(name).getAttribute('aria-selected')) !== 'true') await tab(name).click()
  }

  /** The list, in a profile: a new visitor sees errors and warnings alone. */
  async showProblems(profile: string): Promise<void> {
    await this.showPanel('Problems')
    await this.page.getByLabel('Which problems').selectOption(profile)
  }

  get problems(): Locator {
    return this.page.getByRole('list', { name: 'Problems' }).getByRole('listitem')
  }

  async trace(url: string): Promise<string> {
    await this.showPanel('Trace')
    await this.page.getByLabel('URL or path').fill(url)
    const sent = this.page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab')
    const before = await sent.count()
    await this.page.getByRole('button', { name: 'Send' }).click()
    await expect(sent).toHaveCount(before + 1)
    return (await this.page.getByTestId('trace-outcome').textContent()) ?? ''
  }

  /** Sends a request with all that the form of the trace panel takes. */
  async send({ method = 'GET', url, headers = {} }: ViewerRequest): Promise<void> {
    await this.showPanel('Trace')
    const form = this.page.getByRole('form', { name: 'Request' })
    const fields = form.getByLabel('Request headers')
    if (!(await fields.isVisible())) await form.getByText('Headers, cookies, body, viewer, signature').click()
    await fields.fill(
      Object.entries(headers)
        .filter(([name]) => name !== 'Cookie')
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    )
    await form.getByLabel('Cookies').fill(String(headers['Cookie'] ?? ''))
    await form.getByLabel('Method').selectOption(method)
    await this.trace(url)
  }

  /** Lets an origin answer in traces as its rules say, by pasting what it answers. */
  async script(origin: string, rules: readonly OriginRule[]): Promise<void> {
    await this.page.getByRole('tab', { name: 'Origins' }).click()
    const script = this.page.getByRole('region', { name: `Script of origin ${origin}` })
    await script.getByText(/the first that matches answers/).click()
    const remove = script.getByRole('button', { name: /^Remove rule/ })
    while ((await remove.count()) > 0) await remove.first().click()
    for (const [index, rule] of rules.entries()) {
      await script.getByRole('button', { name: 'Add a rule' }).click()
      const form = script.getByRole('group', { name: `Rule ${index + 1}` })
      await form.getByLabel('Path').fill(rule.match?.path ?? '')
      if (rule.error) {
        await form.getByLabel('Answer').selectOption(rule.error)
        continue
      }
      const lines = (headers: HeaderFields = {}) =>
        Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')
      await form.getByLabel('Status').fill(String(rule.response?.status ?? 200))
      await form.getByLabel('Response headers').fill(lines(rule.response?.headers))
      await form.getByLabel('Body').fill(rule.response?.body ?? '')
    }
  }

  async exported(): Promise<string> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    const text = this.page.getByTestId('export-text')
    await expect(text).not.toHaveText('Writing…')
    const written = (await text.textContent()) ?? ''
    await this.page.keyboard.press('Escape')
    return written
  }
}

interface Own {
  readonly designer: Designer
  readonly harmless: RegExp | undefined
}

/** A test with the page open; any error in the console of this or another page fails it. */
export const test = base.extend<Own, { readonly servers: undefined }>({
  /** Where Frontage and its account are, for this worker's tests: FRONTAGE_URL and FRONTAGE_AWS. */
  servers: [
    async ({ browserName: _ }, use) => {
      const { url, aws, stop } = await startServers()
      process.env['FRONTAGE_URL'] = url
      process.env['FRONTAGE_AWS'] = aws
      await use(undefined)
      await stop()
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],
  /** What a browser writes by itself about the answers that a test is about: a refusal is an error in its console. */
  harmless: [undefined, { option: true }],
  designer: async ({ page, context, browser, harmless }, use) => {
    const errors: string[] = []
    const listen = (where: BrowserContext) => {
      where.on('console', (message) => {
        if (message.type() === 'error' && harmless?.test(message.text()) !== true) errors.push(message.text())
      })
      where.on('weberror', (error) => errors.push(error.error().message))
    }
    listen(context)
    // Pages of a test's own are heard as well.
    browser.on('context', listen)
    await use(new Designer(page))
    browser.off('context', listen)
    expect(errors, 'errors in the console').toEqual([])
  },
})
export { expect }

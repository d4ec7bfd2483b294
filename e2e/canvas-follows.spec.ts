/** The canvas shows what is being worked on: with many behaviors too, and in a pane of any size. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './designer.ts'

/** A template of so many behaviors; every third leads to the second origin, and the 74th to one that there is not. */
const template = (behaviors: number, origins = 2): string =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Images: {
        Type: 'AWS::CloudFront::CachePolicy',
        Properties: {
          CachePolicyConfig: {
            Name: 'images',
            MinTTL: 1,
            DefaultTTL: 60,
            MaxTTL: 600,
            ParametersInCacheKeyAndForwardedToOrigin: {
              EnableAcceptEncodingGzip: true,
              CookiesConfig: { CookieBehavior: 'none' },
              HeadersConfig: { HeaderBehavior: 'none' },
              QueryStringsConfig: { QueryStringBehavior: 'none' },
            },
          },
        },
      },
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: Array.from({ length: origins }, (_, index) => ({
              Id: `origin-${index}`,
              DomainName: `o${index}.example.com`,
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            })),
            DefaultCacheBehavior: {
              TargetOriginId: 'origin-0',
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
            },
            CacheBehaviors: Array.from({ length: behaviors - 1 }, (_, index) => ({
              PathPattern: `/section-${index}/*`,
              TargetOriginId: index === 73 ? 'nowhere' : `origin-${index % 3 === 1 ? 1 : 0}`,
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: index === 60 ? { Ref: 'Images' } : '658327ea-f89d-4fab-a63d-7e88639e58f6',
            })),
          },
        },
      },
    },
  })

/** True where all of a node is on the canvas. */
async function isInSight(page: Page, node: Locator): Promise<boolean> {
  const [canvas, box] = await Promise.all([page.locator('.react-flow').boundingBox(), node.boundingBox()])
  if (!canvas || !box) return false
  return box.y >= canvas.y - 1 && box.y + box.height <= canvas.y + canvas.height + 1
}
const expectInSight = (page: Page, node: Locator, what: string) =>
  expect.poll(() => isInSight(page, node), { message: `${what} is in sight` }).toBe(true)

test.beforeEach(async ({ designer }) => {
  await designer.start()
  await designer.openTemplate('many.json', template(75))
  await designer.settled()
})

const row = (page: Page, index: number) =>
  page.locator('.react-flow__node', { hasText: `/section-${index}/*` }).first()

test('the first view of 75 behaviors is their upper end, with distribution, viewers and origins', async ({
  designer,
  page,
}) => {
  for (const id of ['Site/viewer/', 'Site/distribution/']) await expectInSight(page, designer.node(id), id)
  await expectInSight(page, page.locator('.react-flow__node[data-id*="/origin/"]').first(), 'an origin')
  await expectInSight(page, page.locator('.react-flow__node[data-id*="/behavior/"]').first(), 'the first row')
})

test('an entry of the outline, a command, a problem and undo bring their thing into view', async ({
  designer,
  page,
}) => {
  const entry = (name: string) => designer.outline.getByRole('treeitem', { name })
  await entry('34. /section-33/*').click()
  const lit = page.locator('.react-flow__node.selected')
  await expectInSight(page, lit, 'the entry of the outline')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('Cache behavior /section-70')
  await page.keyboard.press('Enter')
  await expect(lit).toHaveAttribute('aria-label', /section-70/)
  await expectInSight(page, lit, 'what the command goes to')
  await lit.focus()
  await page.keyboard.press('Delete')
  await expect(page.locator('.react-flow__node[aria-label*="/section-70/"]')).toHaveCount(0)
  await entry('1. /section-0/*').click()
  await expectInSight(page, page.locator('.react-flow__node[aria-label*="/section-0/"]'), 'the first')
  await page.getByRole('button', { name: /^Undo: Remove/ }).click()
  await expectInSight(page, page.locator('.react-flow__node[aria-label*="/section-70/"]'), 'what undo brings')
  await page.keyboard.press('F8')
  await expect(lit).toHaveAttribute('aria-label', /section-73/)
  await expectInSight(page, lit, 'the thing of the next problem')
})

test('origins come along with the rows that lead to them', async ({ designer, page }) => {
  await designer.outline.getByRole('treeitem', { name: '60. /section-59/*' }).click()
  const origins = page.locator('.react-flow__node[data-id*="/origin/"]')
  await expectInSight(page, origins.first(), 'the first origin')
  await expectInSight(page, origins.nth(1), 'the second origin')
})

test('a policy leads to the behaviors that use it', async ({ designer, page }) => {
  await designer.outline.getByRole('treeitem', { name: /^Images/ }).click()
  const user = page.locator('.react-flow__node:has([data-user="true"])')
  await expect(user).toHaveCount(1)
  await expectInSight(page, user, 'what uses the policy')
})

test('folding leaves something in sight: by origin, by prefix, and unfolded again', async ({
  designer,
  page,
}) => {
  await designer.outline.getByRole('treeitem', { name: '74. /section-73/*' }).click()
  const command = async (words: string) => {
    await page.keyboard.press('Control+k')
    await page.getByLabel('Find a command').fill(words)
    await page.keyboard.press('Enter')
  }
  const lanes = page.locator('.react-flow__node[data-id*="/lane/"]')
  await command('Fold the behaviors of each origin')
  await expect(lanes).toHaveCount(2)
  await expectInSight(page, lanes.first(), 'the first fold')
  await command('Fold the behaviors that begin alike')
  await expect(lanes).toHaveCount(1)
  await expect(lanes).toContainText('74 behaviors /section-…')
  await command('Fold the behaviors that begin alike')
  await expectInSight(page, page.locator('.react-flow__node.selected').last(), 'the selected row')
  // From afar nothing is left that could be read from there.
  await page.locator('.react-flow__controls-fitview').click()
  await expect(page.locator('[data-zoom="farthest"]')).toBeVisible()
  await command('Fold the behaviors that begin alike')
  await expect(page.locator('[data-zoom="near"]')).toBeVisible()
  await expectInSight(page, lanes.first(), 'the only fold')
})

test('what the ring shows is what Delete and Alt with an arrow act on', async ({ designer, page }) => {
  const focused = page.locator('.react-flow__node:focus')
  await row(page, 2).click()
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveAttribute('aria-label', /section-1\//)
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(row(page, 1)).toHaveCount(0)
  await expect(row(page, 2)).toBeVisible()
  // The row that came into its place has the focus now.
  await expect(focused).toHaveAttribute('aria-label', /section-2\//)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(designer.outline.getByRole('treeitem', { name: '1. /section-2/*' })).toBeVisible()
  await expect(focused).toHaveAttribute('aria-label', /section-2\//)
})

test('what is dragged stays under the pointer, and its form opens when it is let go', async ({
  designer,
  page,
}) => {
  const origin = designer.node('Site/origin/origin-1')
  const place = async () => {
    const box = await origin.boundingBox()
    if (!box) throw new Error('The origin must be in view.')
    return box
  }
  const from = await place()
  await page.mouse.move(from.x + 60, from.y + 14)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 74, { steps: 6 })
  const held = await place()
  // The drag begins with the first step of the pointer.
  expect(Math.abs(held.x - (from.x - 40))).toBeLessThan(12)
  expect(Math.abs(held.y - (from.y + 60))).toBeLessThan(12)
  const form = page.getByLabel('Domain name', { exact: true })
  await expect(form).toHaveCount(0)
  await page.mouse.up()
  await expect(form).toHaveValue('o1.example.com')
  await expect(origin).toHaveClass(/selected/)
})

test('keys go from row to row, to the connection and to what it leads to; a connection has a name and a menu', async ({
  page,
}) => {
  await row(page, 1).click()
  await page.keyboard.press('ArrowRight')
  const edge = page.locator('.react-flow__edge:focus')
  await expect(edge).toHaveAttribute('aria-label', '“/section-1/*” leads to “origin-1”')
  await page.keyboard.press('Delete')
  await expect(page.getByText('A behavior always has an origin')).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.react-flow__node:focus')).toHaveAttribute('aria-label', /^Origin, origin-1/)
  await row(page, 1).focus()
  await page.keyboard.press('End')
  const last = page.locator('.react-flow__node:focus')
  await expect(last).toHaveAttribute('aria-label', /Default/)
  await expectInSight(page, last, 'the last row')
})

test('a canvas that becomes smaller keeps what was looked at, in letters that can be read', async ({
  designer,
  page,
}) => {
  await designer.outline.getByRole('treeitem', { name: '50. /section-49/*' }).click()
  const selected = page.locator('.react-flow__node.selected')
  await expectInSight(page, selected, 'the selected row')
  for (const width of [1024, 1300]) {
    await page.setViewportSize({ width, height: 768 })
    await designer.settled()
    await expectInSight(page, selected, `the selected row at ${width}`)
    const zoom = await page
      .locator('.react-flow__viewport')
      .evaluate((viewport) => new DOMMatrix(getComputedStyle(viewport).transform).a)
    expect(zoom).toBeGreaterThan(0.7)
  }
})

test('from afar labels of a fixed size name many rows together', async ({ page }) => {
  await page.getByRole('button', { name: 'Fit View' }).click()
  await page.keyboard.press('1')
  await expect(page.locator('[data-zoom="farthest"]')).toBeAttached()
  const label = page.locator('.react-flow__viewport [class*="_label_"]').nth(1)
  await expect(label).toContainText('/section-')
  const size = await label.evaluate((element) => {
    const { a } = new DOMMatrix(
      getComputedStyle(element.closest('.react-flow__viewport') ?? element).transform,
    )
    return Number.parseFloat(getComputedStyle(element).fontSize) * a
  })
  expect(size).toBeGreaterThan(10)
  // The rows that were out of sight before have their lines: all but the one that leads nowhere.
  await expect(page.locator('.react-flow__edge-path')).toHaveCount(74)
})

test('a function is dragged from row to row and followed to its users', async ({ designer, page }) => {
  await page.getByRole('button', { name: 'Start page' }).click()
  await designer.openExample('WordPress')
  await designer.settled()
  const chip = designer.node('Blog/behavior//wp-admin/*').locator('[data-field="CachePolicyId"]')
  const name = (await chip.getAttribute('title')) ?? ''
  await chip.dragTo(designer.node('Blog/behavior//wp-content/*'))
  await expect(page.getByRole('button', { name: /^Undo: Use “/ })).toBeEnabled()
  await expect(
    designer.node('Blog/behavior//wp-content/*').locator('[data-field="CachePolicyId"]'),
  ).toHaveAttribute('title', name)
  await designer.node('Blog/behavior//wp-content/*').click({ button: 'right' })
  await page
    .getByRole('menuitem', { name: /^Select all that use/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^\d things$/ })).toBeVisible()
  // A chip has a menu of its own, by which the behavior does without it again.
  await designer
    .node('Blog/behavior//wp-content/*')
    .locator('[data-field="CachePolicyId"]')
    .click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Do without “/ }).click()
  await expect(
    designer.node('Blog/behavior//wp-content/*').locator('[data-field="CachePolicyId"]'),
  ).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(
    designer.node('Blog/behavior//wp-content/*').locator('[data-field="CachePolicyId"]'),
  ).toHaveCount(1)
})

test('a traced request is played on the drawing, step by step, at the thing that each step concerns', async ({
  designer,
  page,
}) => {
  await row(page, 1).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Trace a request through here' }).click()
  const play = page.getByTestId('play')
  await expect(play.locator('[data-cache="edge"]')).toContainText('nothing')
  await expect(play.locator('[data-station="viewer"]')).toHaveAttribute('data-outcome', 'miss')
  const scrub = page.getByRole('slider', { name: 'Stage of the traced request' })
  await scrub.focus()
  await page.keyboard.press('Home')
  await expect(play.locator('[data-station="head"]')).toBeAttached()
  await expect(play).toContainText('1. ')
  await expect(play.locator('[data-cache]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Later stage' }).click()
  await expect(play.locator('[data-station="row"]')).toBeAttached()
  await page.keyboard.press('End')
  // The second of the same is a hit, of another color and shape, and ends at the edge.
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(play.locator('[data-station="viewer"]')).toHaveAttribute('data-outcome', 'hit')
  await expect(play.locator('[data-cache="edge"]')).toContainText('fresh')
  await expect(play.locator('[data-cache="region"]')).toHaveCount(0)
  await designer.settled()
  await expectInSight(page, page.locator('.react-flow__node:has([data-lit="true"])').nth(2), 'the row')
  await page.getByRole('button', { name: 'Clear the traced request from the drawing' }).click()
  await expect(play).toHaveCount(0)
})

import { expect, test } from './designer.ts'

test('a behavior cannot be connected with another one, and the page says why', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await designer.dragConnection('Blog/behavior//wp-admin/*', 'Blog/behavior//wp-content/*')
  await expect(
    page.getByText('Not connected. A behavior sends requests to an origin or a group.'),
  ).toBeAttached()
})

test('while a connection is drawn only valid targets are lit and the others say why not', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  const source = await designer.node('Site/behavior//api/*').locator('.source').boundingBox()
  if (!source) throw new Error('The behavior must be in view.')
  await page.mouse.move(source.x + 4, source.y + 4)
  await page.mouse.down()
  await page.mouse.move(source.x + 40, source.y + 60, { steps: 4 })
  await expect(page.locator('[data-offer="valid"]')).toHaveCount(2)
  await expect(designer.node('Site/distribution/')).toContainText(
    'A behavior sends requests to an origin or a group.',
  )
  await page.mouse.up()
})

test('a connection is moved to another origin by its end, and dropped on nothing it offers a new one', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.dragConnection('Site/behavior/default', 'Site/origin/api')
  await expect(page.getByText('“api” is targeted.')).toBeAttached()
  const source = await designer.node('Site/behavior/default').locator('.source').boundingBox()
  if (!source) throw new Error('The behavior must be in view.')
  await page.mouse.move(source.x + 4, source.y + 4)
  await page.mouse.down()
  await page.mouse.move(source.x + 60, source.y + 70, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('menuitem', { name: 'New HTTP server' }).click()
  await expect(designer.node('Site/origin/origin')).toBeVisible()
  await designer.node('Site/behavior/default').click()
  await expect(page.getByLabel('Origin or origin group')).toHaveValue('origin')
})

test('the end of a line that is pointed at is taken to another origin', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  const lines = page.locator('.react-flow__edge[data-id^="Site/behavior//api/*→"]')
  await expect(lines).toHaveAttribute('data-id', 'Site/behavior//api/*→Site/origin/api')
  await expect(page.locator('.react-flow__edgeupdater')).toHaveCount(0)
  const end = await lines.locator('.react-flow__edge-path').evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() - 10)
    const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined)
    return { x: at.x, y: at.y }
  })
  const other = await designer.node('Site/origin/app').boundingBox()
  if (!other) throw new Error('The other origin must be in view.')
  await page.mouse.move(end.x, end.y)
  await expect(page.locator('.react-flow__edgeupdater')).toHaveCount(1)
  await page.mouse.down()
  await page.mouse.move(end.x - 30, end.y + 10, { steps: 4 })
  await page.mouse.move(other.x + other.width / 2, other.y + other.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(lines).toHaveAttribute('data-id', 'Site/behavior//api/*→Site/origin/app')
})

test('a connection is made by two taps, by the menu and keys, and given up by Escape', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior/default').locator('.source').click()
  await expect(page.locator('[data-offer="valid"]')).toHaveCount(2)
  await designer.node('Site/origin/api').click()
  await expect(page.getByRole('button', { name: 'Undo: Target “api”' })).toBeEnabled()
  await designer.node('Site/behavior/default').focus()
  await page.keyboard.press('c')
  await expect(page.locator('[data-offer="valid"]')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-offer="valid"]')).toHaveCount(0)
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Connect with…' }).press('Enter')
  await designer.node('Site/distribution/').focus()
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('Not connected. A behavior sends requests to an origin or a group.'),
  ).toBeAttached()
})

test('the arrow keys move a node, which is written down as one step', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/origin/api').click()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Undo: Move node' }).click()
  await expect(designer.undo).toBeDisabled()
})

test('a request is traced through a thing from its menu, and the nodes tell what came of it', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior//api/*').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Trace a request through here' }).click()
  await expect(page.getByLabel('URL or path')).toHaveValue('/api/a')
  await expect(designer.node('Site/behavior//api/*')).toContainText('Miss')
  await expect(designer.node('Site/origin/api')).toContainText('200')
  await expect(designer.node('Site/behavior/default')).not.toContainText('Miss')
})

test('an origin group is put between a behavior and its origin from the menu', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior//api/*').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Insert an origin group before its origin' }).click()
  await expect(designer.node('Site/group/api-failover')).toBeVisible()
  await page.getByRole('button', { name: /^Undo: Insert origin group/ }).click()
  await expect(designer.node('Site/group/api-failover')).toHaveCount(0)
})

test('a policy dropped on a behavior is used by it', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  const item = designer.palette.getByRole('button', { name: /^Cache policy/ })
  await item.dragTo(designer.node('Site/behavior//api/*'))
  await designer.node('Site/behavior//api/*').click()
  await expect(page.getByLabel('Cache policy', { exact: true })).toHaveValue('ref:CachePolicy')
})

test('a behavior is copied into another design together with its origin', async ({
  designer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior//api/*').click()
  await page.keyboard.press('Control+c')
  await page.getByRole('button', { name: 'Start page' }).click()
  await designer.newDesign()
  await designer.settled()
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Control+v')
  await expect(designer.node('Distribution/behavior//api/*')).toBeVisible()
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
  // What was copied out of a template or from the command line's output goes into the open design too.
  const snippet = '- PathPattern: /pasted/*\n  TargetOriginId: api\n  ViewerProtocolPolicy: https-only\n'
  await page.evaluate((text) => navigator.clipboard.writeText(text), snippet)
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Control+v')
  await expect(designer.node('Distribution/behavior//pasted/*')).toContainText('HTTPS only')
})

test('several things are selected with the keyboard and changed together', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await designer.node('Blog/behavior//wp-admin/*').click()
  await designer.node('Blog/behavior//wp-content/*').click({ modifiers: ['Control'] })
  await expect(page.getByRole('heading', { name: '2 things' })).toBeVisible()
  await page.getByLabel('Viewer protocol policy').selectOption('https-only')
  await expect(designer.node('Blog/behavior//wp-admin/*')).toContainText('HTTPS only')
  await expect(designer.node('Blog/behavior//wp-content/*')).toContainText('HTTPS only')
  await page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(designer.node('Blog/behavior//wp-content-2/*')).toBeVisible()
})

test('a search dims what does not match and Enter goes from one to the next', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await page.keyboard.press('Control+f')
  await page.getByLabel('Find in the design').fill('wp-')
  await expect(designer.node('Blog/behavior/default').locator('[data-dim="true"]')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-dim="true"]')).toHaveCount(0)
  // The keys go on where the search has led to.
  await expect(page.locator('.react-flow__node:focus')).toContainText('/wp-')
})

test('the path of one behavior is shown alone, and a distribution is folded', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior//api/*').click()
  await page.keyboard.press('p')
  await expect(designer.node('Site/behavior/default').locator('[data-dim="true"]')).toBeVisible()
  await expect(designer.node('Site/origin/api').locator('[data-dim="false"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await designer.node('Site/distribution/').getByRole('button', { name: 'Fold the distribution' }).click()
  await expect(designer.node('Site/origin/api')).toHaveCount(0)
  await expect(designer.node('Site/distribution/')).toContainText('behaviors')
})

test('the behaviors of one origin are folded into one node, changed together, and unfolded', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await designer.node('Blog/behavior//wp-admin/*').click()
  await page.keyboard.press('Shift+F')
  const lane = page.locator('.react-flow__node[data-id^="Blog/lane/"]')
  await expect(lane).toContainText(/\d behaviors/)
  await expect(designer.node('Blog/behavior//wp-admin/*')).toHaveCount(0)
  await expect(designer.node('Blog/behavior/default')).toBeVisible()
  await expect(lane.locator('[data-selected="true"]')).toBeVisible()
  // A search finds what is folded away; the lane is the selection of all that it holds.
  await page.keyboard.press('Control+f')
  await page.getByLabel('Find in the design').fill('wp-admin')
  await expect(lane.locator('[data-dim="false"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await lane.click()
  await expect(page.getByRole('heading', { name: /^\d things$/ })).toBeVisible()
  await page.getByLabel('Viewer protocol policy').selectOption('https-only')
  await lane.getByRole('button', { name: 'Unfold the behaviors' }).click()
  await expect(designer.node('Blog/behavior//wp-admin/*')).toContainText('HTTPS only')
})

test('a second function of a behavior is for the response, and has a name of its own', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  for (const event of ['request', 'response']) {
    await designer.outline.getByRole('treeitem', { name: 'Default (*)' }).click()
    await designer.addFromPalette('CloudFront function')
    await expect(page.getByLabel('Inspector').getByText(`on viewer ${event}`)).toBeVisible()
  }
  await expect(page.getByLabel('Inspector').getByLabel('Name', { exact: true })).toHaveValue('my-function-2')
  await expect(page.getByRole('tab', { name: /^Problems/ })).toContainText('0')
  // Another behavior that has one at the viewer request gets the first in its place, and not at another event.
  await designer.outline.getByRole('treeitem', { name: /^Function2/ }).press('Control+d')
  await page.getByLabel('Use it for a behavior').selectOption('Default (*)')
  await expect(
    page.getByText('“Function22” is used for “Default (*)” on viewer response, in place of “Function2”'),
  ).toBeVisible()
  // What was done is said below an open dialog, and not over what is read there.
  await page.keyboard.press('Control+Shift+s')
  const box = await page.getByText('“Function22” is used for').boundingBox()
  const dialog = await page.getByRole('dialog').boundingBox()
  expect(box?.y ?? 0).toBeGreaterThan((dialog?.y ?? 0) + (dialog?.height ?? 0))
})

test('Delete on a button of the canvas removes nothing', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior//api/*').click()
  await page.getByRole('button', { name: 'Zoom In' }).focus()
  await page.keyboard.press('Delete')
  await expect(designer.node('Site/behavior//api/*')).toBeVisible()
  await designer.node('Site/behavior//api/*').focus()
  await page.keyboard.press('Delete')
  await expect(designer.node('Site/behavior//api/*')).toHaveCount(0)
})

test('a setting of the palette leads to its field', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await page.getByLabel('Search the palette').fill('certificate')
  await page.keyboard.press('Enter')
  // A certificate is for names, so the names come first.
  await expect(page.getByLabel('Alternate domain names', { exact: true })).toBeFocused()
  await expect(page.getByLabel('ACM certificate ARN', { exact: true })).toBeVisible()
  await page.getByLabel('Search the palette').fill('lambda@edge')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Function version ARN')).toBeVisible()
})

test('an expression of the template is shown, edited and written back', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.settled()
  await designer.node('Site/origin/content').click()
  const field = page.getByLabel('Domain name', { exact: true })
  await expect(field).toHaveValue('!GetAtt Content.RegionalDomainName')
  await field.fill('!GetAtt Content.DomainName')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo: Change domain name' })).toBeEnabled()
  expect(await designer.exported()).toContain('DomainName: !GetAtt Content.DomainName')
})

const parameterized = `Parameters:
  Env: { Type: String, Default: prod }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        PriceClass: !If [IsProd, PriceClass_All, PriceClass_100] # by stage
        Origins: [{ Id: a, DomainName: a.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior: { TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
`

test('a value that the template computes shows its expression, which is edited and evaluated again', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('parameterized.yaml', parameterized)
  await designer.settled()
  await designer.node('Site/distribution/').click()
  const price = page.getByLabel('Price class', { exact: true })
  await expect(price).toHaveValue('PriceClass_All')
  await expect(page.getByText('from !If [IsProd, PriceClass_All, PriceClass_100]')).toBeVisible()
  await page.getByRole('button', { name: 'Edit the expression of Price class' }).focus()
  await page.keyboard.press('Enter')
  const expression = page.getByLabel('Expression of Price class')
  await expect(expression).toBeFocused()
  await expression.fill('!If [IsProd, PriceClass_200')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is no expression')).toBeVisible()
  await expression.fill('!If [IsProd, PriceClass_200, PriceClass_100]')
  await page.keyboard.press('Enter')
  await expect(price).toHaveValue('PriceClass_200')
  expect(await designer.exported()).toBe(parameterized.replace('PriceClass_All', 'PriceClass_200'))
  await page.getByRole('button', { name: 'Undo: Change expression of price class' }).click()
  await expect(price).toHaveValue('PriceClass_All')
})

test('a TTL is typed as days and hours', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('Cache policy')
  const field = page.getByLabel('Default TTL', { exact: true })
  await field.fill('1d 2x')
  await expect(page.getByText('Not applied: write 2h, 15m or a number of seconds.')).toBeVisible()
  await field.fill('1d 2h')
  await expect(page.getByText('Not applied')).toHaveCount(0)
  expect(await designer.exported()).toContain('DefaultTTL: 93600')
})

test('notes and frames are written on the drawing, moved by keys, taken away and brought back', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 300, y: 420 } })
  await page.getByRole('menuitem', { name: 'Write a note here' }).click()
  await expect(page.getByRole('textbox', { name: 'Words of the note' })).toBeFocused()
  await page.keyboard.type('Ask before changing')
  const note = page.getByRole('article', { name: 'note: Ask before changing' })
  const before = await note.boundingBox()
  await note.getByRole('button', { name: /^Move the note/ }).press('ArrowRight')
  await expect.poll(async () => (await note.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0)
  await note.getByRole('button', { name: /^Move the note/ }).press('Delete')
  await expect(note).toHaveCount(0)
  await page.locator('output').getByRole('button', { name: 'Undo' }).click()
  await expect(note).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('frame on the drawing')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ours')
  await expect(page.getByRole('article', { name: 'frame: Ours' })).toBeVisible()
})

test('what is pinned stays where it stands when the drawing is tidied up', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Two regions')
  await designer.settled()
  const place = (name: string) =>
    designer.node(`Site/origin/${name}`).evaluate((node: HTMLElement) => node.style.transform)
  // The settings beside the drawing leave it another width.
  await designer.node('Site/origin/ireland').click()
  await designer.settled()
  const [frankfurt, ireland] = [await place('frankfurt'), await place('ireland')]
  for (const name of ['frankfurt', 'ireland']) {
    await designer.node(`Site/origin/${name}`).focus()
    await page.keyboard.press('ArrowRight')
  }
  const moved = await place('ireland')
  expect(moved).not.toBe(ireland)
  await designer.node('Site/origin/ireland').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Pin where it stands' }).click()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('tidy')
  await page.keyboard.press('Enter')
  await expect.poll(() => place('frankfurt')).toBe(frankfurt)
  expect(await place('ireland')).toBe(moved)
})

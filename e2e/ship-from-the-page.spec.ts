/** The account in the page: importing, planning, applying, going back, and what stands against it. */
import { readFileSync } from 'node:fs'
import { applyOver, countRequests, fileOf } from './account.ts'
import { type Designer, expect, test } from './designer.ts'

// A distribution without a monitoring subscription has none to be read: CloudFront answers 404, which browsers log.
test.use({ harmless: /status of 404/ })

const failover = readFileSync('public/examples/failover.yaml', 'utf8')
/** A site of its own in the shared stand-in. */
const template = (tag: string, more: readonly (readonly [string, string])[] = []) =>
  more.reduce(
    (text, [from, to]) => text.replace(from, to),
    failover
      .replaceAll(/^( +)Name: .*/gm, `$1Name: ${tag}`)
      .replaceAll(/DomainName: /g, `DomainName: ${tag}-`),
  )

/** In Ship the settings are folded away until they are asked for. */
async function selectSite(designer: Designer): Promise<void> {
  await designer.node('Site/distribution/').click()
  const show = designer.page.getByRole('button', { name: 'Show the settings' })
  if (await show.isVisible()) await show.click()
}

async function planned(designer: Designer): Promise<void> {
  await designer.showPanel('Ship')
  await designer.page.getByRole('button', { name: /^Plan( again)?$/ }).click()
  await expect(designer.page.getByTestId('plan-total')).toBeVisible({ timeout: 20_000 })
}
async function applied(designer: Designer): Promise<void> {
  await planned(designer)
  await designer.page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(designer.page.getByText('The account is as the design says.')).toBeVisible({ timeout: 30_000 })
}

test('a site is applied, imported into a new design, and nothing is left to do', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('page.yaml', template('fromthepage'))
  await applied(designer)
  await expect(page.getByLabel('Account', { exact: true })).toContainText('000000000000')
  await expect(page.getByRole('region', { name: 'Around the site' })).toContainText('fromthepage')

  await page.getByRole('button', { name: 'Import from the account' }).click()
  const list = page.getByRole('list', { name: 'Distributions in the account' })
  await expect(list).toBeVisible()
  const all = await list.getByRole('listitem').count()
  await page.getByLabel('Search', { exact: true }).fill('no such site')
  await expect(page.getByText('No listed distribution matches')).toBeVisible()
  await page.getByLabel('Search', { exact: true }).fill('')
  await expect(list.getByRole('listitem')).toHaveCount(all)
  await list.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(/^Imported \d+ resources\.$/)).toBeVisible()
  await planned(designer)
  await expect(page.getByText('The account is as the design says.')).toBeVisible()
})

test('what CloudWatch counted for the site stands beside the plan and at its head', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('page.yaml', template('counted'))
  await applied(designer)
  await countRequests('counted')
  const metrics = page.getByRole('region', { name: 'Metrics' })
  await metrics.getByRole('button', { name: '3 hours' }).click()
  await expect(metrics.getByText('4,321')).toBeVisible()
  await expect(metrics.getByText('1.50 %')).toBeVisible()
  await expect(metrics.getByRole('img', { name: 'Requests' })).toBeVisible()
  await designer.showPanel('Design')
  await expect(page.getByTestId('live-figures')).toHaveText(/1\.50 % 5xx/)
  await expect(page.getByTestId('live-figures')).toBeVisible()
})

test('what left the design is deleted by typing its name, and the journal leads back after a reload', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('page.yaml', template('goesback'))
  await applied(designer)
  const comment = page.getByLabel('Description', { exact: true })
  await selectSite(designer)
  await comment.fill('changed in the page')
  await comment.blur()
  await expect(page.getByText('The design has changed since this plan.')).toBeVisible()
  const drift = designer
    .node('Site/distribution/')
    .getByRole('img', { name: '1 difference from the account' })
  await expect(drift).toBeVisible()
  await applied(designer)
  await expect(drift).toHaveCount(0)
  await page.getByText(/^Journal: 2 applies$/).click()

  await designer.saved()
  await page.reload()
  await expect(designer.node('Site/distribution/')).toBeVisible()
  await planned(designer)
  await page.getByText(/^Journal: 2 applies$/).click()
  await page.getByRole('button', { name: 'Plan how to undo it' }).first().click()
  await expect(page.getByRole('row', { name: /Change.*Site.*changed in the page/ })).toBeVisible()
  await page.getByRole('button', { name: 'Go back' }).click()
  // What would be done again is not called done, and one press has the design say what the account does.
  await expect(page.getByRole('row', { name: /Change.*Site/ })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/^Journal: 3 applies$/)).toBeVisible()
  await expect(page.getByRole('row', { name: /Change.*Site/ })).not.toContainText('done')
  await page
    .getByRole('region', { name: 'You went back' })
    .getByRole('button', { name: 'Take “Site” from the account' })
    .click()
  await planned(designer)
  await expect(page.getByText('The account is as the design says.')).toBeVisible()
  await page.getByText(/^Journal: 3 applies$/).click()

  await page.getByRole('button', { name: 'Plan how to undo it' }).last().click()
  await page.getByLabel('Type Site to delete it').fill('site')
  await expect(page.getByText('It stays, unless its name is typed here.')).toHaveCount(2)
  await page.getByLabel('Type Site to delete it').fill('Site')
  await page.getByLabel('Type BucketAccess to delete it').fill('BucketAccess')
  await page.getByRole('button', { name: 'Go back' }).click()
  await expect(page.getByRole('row', { name: /^Create Site/ })).toBeVisible({ timeout: 30_000 })
})

test('a parameter without a value is given one where Ship leads, and the plan can be applied', async ({
  designer,
  page,
}) => {
  await designer.start()
  const text = template('valued', [
    ['Resources:', 'Parameters:\n  Label: { Type: String }\nResources:'],
    ['Enabled: true', 'Enabled: true\n        Comment: !Ref Label'],
  ])
  await designer.openTemplate('page.yaml', text)
  await planned(designer)
  await expect(page.getByRole('button', { name: 'Apply', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Give “Label” a value' }).click()
  await page.getByLabel('Value of Label').fill('from the values')
  await page.getByLabel('Value of Label').press('Enter')
  await applied(designer)
})

test('what is selected where the settings are folded away tells where they are', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('page.yaml', template('folded'))
  await designer.showPanel('Ship')
  await designer.node('Site/origin/frankfurt').click()
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByLabel('Domain name', { exact: true })).toHaveValue(/^folded-/)
})

test('an outage is read first and is not applied by one click', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('page.yaml', template('goesdown'))
  await applied(designer)
  await selectSite(designer)
  await page.getByRole('checkbox', { name: 'Enabled', exact: true }).uncheck()
  await planned(designer)
  const apply = page.getByRole('button', { name: 'Apply', exact: true })
  await expect(
    page.getByRole('region', { name: 'What will happen' }).getByRole('listitem').first(),
  ).toHaveText(/Outage.*stops answering.*Site/)
  await expect(page.getByRole('region', { name: 'What will happen' })).toBeInViewport({ ratio: 1 })
  await expect(apply).toBeDisabled()
  const name = page.getByLabel(/^Type Site to let it happen/)
  await name.fill('site')
  await expect(apply).toBeDisabled()
  await name.fill('Site')
  await apply.click()
  await expect(page.getByText('The account is as the design says.')).toBeVisible({ timeout: 30_000 })
})

test('a change by somebody else is shown beside the last apply and the design, and can be taken over', async ({
  designer,
  page,
}) => {
  const text = template('conflict')
  await designer.start()
  await designer.openTemplate('page.yaml', text)
  await applied(designer)
  const theirs = fileOf(
    'theirs.yaml',
    text.replace('Enabled: true', 'Enabled: true\n        Comment: theirs'),
  )
  expect((await applyOver(theirs, process.env['FRONTAGE_AWS'] ?? '')).status).toBe(0)
  await planned(designer)
  // What they changed and the design does not say is theirs to keep; both are not called the same for it.
  await expect(
    page.getByText('Nothing to apply, and somebody else has changed “Site”: see below.'),
  ).toBeVisible()
  await expect(page.getByText('The account is as the design says.')).toHaveCount(0)
  await selectSite(designer)
  const comment = page.getByLabel('Description', { exact: true })
  await comment.fill('ours')
  await comment.blur()
  await planned(designer)
  await expect(page.getByRole('row', { name: 'Comment "" "theirs" "ours"' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply over it' })).toBeVisible()
  await page.getByRole('button', { name: 'Take “Site” from the account' }).click()
  await expect(comment).toHaveValue('theirs')
  await planned(designer)
  await expect(page.getByText('The account is as the design says.')).toBeVisible()
})

test('what stands in the account already is asked about where it stands, without a word of the command', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('page.yaml', template('beside'))
  await applied(designer)
  await designer.openTemplate('again.yaml', template('beside'))
  await planned(designer)
  await expect(page.getByRole('alert')).toHaveText(
    '2 resources of the design may be in the account already: say below which they are.',
  )
  await expect(page.getByRole('tabpanel', { name: 'Ship' })).not.toContainText('--')
  const access = page.getByRole('list', { name: 'What “BucketAccess” may be' })
  await access.getByRole('button', { name: /^Take .* over$/ }).click()
  await expect(access).toHaveCount(0)
  await page.getByRole('button', { name: 'Make “Site” beside it' }).click()
  await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test.describe('a connection that is lost in the middle', () => {
  test.use({ harmless: /^Failed to load resource/ })

  test('an apply that was cut off is not run again as it was, and another plan goes on from it', async ({
    designer,
    page,
  }) => {
    await designer.start()
    await designer.openTemplate('page.yaml', template('cutoff'))
    await planned(designer)
    await page.route('**/aws/**/distribution**', (route) =>
      route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
    )
    await page.getByRole('button', { name: 'Apply', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('does not answer', { timeout: 30_000 })
    await expect(page.getByText('what was done of it stays in the account')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Journal' })).toContainText('BucketAccess created')
    await expect(page.getByRole('button', { name: 'Apply', exact: true })).toHaveCount(0)
    // Whoever opens the page again is told before any plan, and Plan stands where it stood.
    await designer.saved()
    await page.reload()
    await designer.showPanel('Ship')
    await expect(page.getByRole('note')).toContainText(
      /did not come to its end: BucketAccess created, creating Site was cut off before an answer/,
    )
    const plan = page.getByRole('button', { name: /^Plan( again)?$/ })
    const place = await plan.boundingBox()
    await page.unroute('**/aws/**/distribution**')
    await applied(designer)
    expect(await plan.boundingBox()).toMatchObject({ x: place?.x, y: place?.y })
    await expect(page.getByText('did not come to its end')).toHaveCount(0)
  })
})

test.describe('what is refused', () => {
  test.use({ harmless: /^Failed to load resource/ })

  test('credentials are chosen and pasted, and leave no trace in the page', async ({ designer, page }) => {
    const marked = 'MARKEDsecretMARKED'
    await designer.start()
    await designer.openTemplate('page.yaml', template('pasted'))
    await planned(designer)
    await page.getByRole('button', { name: 'Paste credentials' }).click()
    const field = page.getByLabel('Credentials', { exact: true })
    await field.fill('nothing of the kind')
    await page.getByRole('button', { name: 'Use these' }).click()
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('no access key')
    await field.fill(
      `AWS_ACCESS_KEY_ID=ASIATEST\nAWS_SECRET_ACCESS_KEY=${marked}\nAWS_SESSION_TOKEN=${marked}token`,
    )
    await page.getByRole('button', { name: 'Use these' }).click()
    await expect(page.getByLabel('Account', { exact: true })).toContainText('pasted credentials')
    await applied(designer)
    await designer.showPanel('Problems')
    await designer.saved()
    const stored = await page.evaluate(async () => {
      const texts = [
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        document.cookie,
        location.href,
        document.documentElement.outerHTML,
      ]
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((done, fail) => {
          const opening = indexedDB.open(name ?? '')
          opening.onsuccess = () => done(opening.result)
          opening.onerror = () => fail(opening.error)
        })
        for (const store of database.objectStoreNames) {
          const all = await new Promise<unknown[]>((done, fail) => {
            const reading = database.transaction(store).objectStore(store).getAll()
            reading.onsuccess = () => done(reading.result)
            reading.onerror = () => fail(reading.error)
          })
          texts.push(JSON.stringify(all))
        }
        database.close()
      }
      return texts
    })
    expect(stored.some((text) => text.includes('pasted-'))).toBe(true)
    for (const text of [...stored, await designer.exported()]) expect(text).not.toContain(marked)
    await designer.showPanel('Ship')
    await page.getByRole('button', { name: 'Forget the credentials' }).click()
    await expect(page.getByLabel('Account', { exact: true })).toContainText("this machine's credentials")
  })

  test('an answer that AWS throttles, an outage and expired credentials are told, and the next plan goes on', async ({
    designer,
    page,
  }) => {
    await designer.start()
    await designer.openTemplate('page.yaml', template('survives'))
    await designer.showPanel('Ship')
    for (const [status, code, says] of [
      [429, 'Throttling', 'try again in a minute'],
      [503, 'ServiceUnavailable', 'fault on its side'],
      [403, 'ExpiredToken', 'sign in again'],
    ] as const) {
      await page.route('**/aws/**', (route) =>
        route.fulfill({
          status,
          contentType: 'text/xml',
          body: `<ErrorResponse><Error><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`,
        }),
      )
      await page.getByRole('button', { name: 'Plan', exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(says, { timeout: 30_000 })
      await page.unroute('**/aws/**')
    }
    await applied(designer)
  })
})

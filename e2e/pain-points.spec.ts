/** Ten of the thirty problems that people ask about, shown to a person who opens a design that has them. */
import { painPoints } from '#fixtures/pain-points/index.ts'
import { expect, test } from './designer.ts'

const shownHere = [1, 2, 3, 4, 8, 9, 12, 14, 15, 29]

for (const point of painPoints.filter(({ number }) => shownHere.includes(number)))
  test(`${point.number}. ${point.symptom}`, async ({ designer, page }) => {
    await designer.start()
    await designer.openTemplate('problem.json', JSON.stringify(point.template))
    await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible()
    for (const shown of point.shownBy) {
      if ('rule' in shown) {
        await designer.showProblems('All')
        await page.getByLabel('Order of problems').selectOption('By rule')
        await expect(designer.problems.filter({ hasText: shown.rule }).first()).toContainText(shown.says)
      }
      if ('steps' in shown && 'says' in shown) {
        await designer.showPanel('Trace')
        for (const [origin, rules] of Object.entries(shown.origins ?? {}))
          await designer.script(origin, rules)
        for (const step of shown.steps) if ('request' in step) await designer.send(step.request)
        const told =
          shown.hint === undefined
            ? page.getByRole('list', { name: 'What happened' })
            : page.locator(`[data-hint="${shown.hint}"]`)
        await expect(told).toContainText(shown.says)
      }
    }
  })

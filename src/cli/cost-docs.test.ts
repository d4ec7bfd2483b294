/** The examples of docs/cost.md are run as they stand there, and each line of their tables is compared. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, expect, test, vi } from 'vitest'
import { addCost } from './commands/cost.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-cost-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Example {
  readonly title: string
  readonly template: string
  readonly call: readonly string[]
  readonly rows: readonly (readonly [id: string, dollars: number])[]
}

const dollarsIn = (text: string) => Number(text.replaceAll(',', '').replace('−', '-'))

const examples: readonly Example[] = readFileSync('docs/cost.md', 'utf8')
  .split('\n### ')
  .slice(1)
  .map((text) => ({
    title: text.split('\n')[0] ?? '',
    template: /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '',
    call: (/`frontage cost site\.yaml (.*)`/.exec(text)?.[1] ?? '').split(' '),
    rows: [...text.matchAll(/^\| (\S+) \| .* \| ([\d,.−]+) \|$/gm)].map(
      ([, id = '', dollars = '']) => [id, dollarsIn(dollars)] as const,
    ),
  }))

/** What the command prints, called as a shell would. */
async function run(
  args: readonly string[],
): Promise<{ month: { total: number; items: { id: string; amount: number }[] } }> {
  let printed = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    printed += String(text)
    const done = rest.find((one) => typeof one === 'function')
    if (typeof done === 'function') done()
    return true
  })
  try {
    const program = new Command('frontage').exitOverride()
    let status = -1
    addCost(
      program,
      (code) => {
        status = code
      },
      '',
    )
    await program.parseAsync(['cost', ...args], { from: 'user' })
    expect(status).toBe(0)
  } finally {
    spy.mockRestore()
  }
  return JSON.parse(printed)
}

test('the page has five examples, each with a table', () => {
  expect(examples.map(({ rows }) => rows.length).every((count) => count > 0)).toBe(true)
  expect(examples).toHaveLength(5)
})

test.each(examples)(
  '$title: the bill is what the page comes to by hand',
  async ({ template, call, rows }) => {
    const file = join(folder, 'site.yaml')
    writeFileSync(file, template)
    const { month } = await run([file, ...call, '--format', 'json'])
    const amounts = [
      ...month.items.map(({ id, amount }) => [id, amount] as const),
      ['total', month.total] as const,
    ]
    const ids = amounts.map(([id]) => id)
    expect(ids).toEqual(rows.map(([id]) => id))
    for (const [index, [id, dollars]] of rows.entries())
      expect(Math.abs((amounts[index]?.[1] ?? 0) - dollars), id).toBeLessThan(0.006)
  },
)

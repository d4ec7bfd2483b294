import { Command } from 'commander'
import { expect, test } from 'vitest'
import { commands } from './index.ts'

test('each command is listed under its own name', () => {
  for (const [name, add] of Object.entries(commands)) {
    const frontage = new Command('frontage')
    add(frontage, () => {}, '')
    expect(frontage.commands.map((one) => one.name())).toEqual([name])
  }
})

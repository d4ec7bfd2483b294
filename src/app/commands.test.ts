import { expect, test } from 'vitest'
import { canvasCommands } from '#features/canvas/canvas-commands.ts'
import { paletteCommands } from '#features/canvas/palette/index.ts'
import { pageCommands } from '#features/commands/commands.ts'
import { deployCommands } from '#features/deploy/deploy-commands.ts'
import { functionCommands } from '#features/functions/function-commands.ts'
import { problemCommands } from '#features/problems/problem-commands.ts'
import { traceCommands } from '#features/tracer/trace-commands.ts'
import { frameCommands } from './frame/frame-commands.ts'

const all = [
  ...pageCommands,
  ...frameCommands,
  ...functionCommands,
  ...canvasCommands,
  ...problemCommands,
  ...traceCommands,
  ...paletteCommands(),
  ...deployCommands,
]

const doubled = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

test('no two commands of the page have the same id, and no two the same keys', () => {
  expect(doubled(all.map(({ id }) => id))).toEqual([])
  expect(doubled(all.flatMap(({ keys = [] }) => keys))).toEqual([])
})

import { expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'

const lists = import.meta.glob<{ leftOut: Readonly<Record<string, string>> }>(
  '/src/core/rules/left-out/*.ts',
  {
    eager: true,
  },
)

test.each(Object.entries(lists))(
  '%s: what is left out is of its group, has a reason and is no rule',
  (file, { leftOut }) => {
    const group = file.slice('/src/core/rules/left-out/'.length, -'.ts'.length)
    for (const [id, reason] of Object.entries(leftOut)) {
      expect(id.startsWith(`${group}/`), id).toBe(true)
      expect(reason, id).toMatch(/^[A-Z].{20,}\.$/)
      expect(
        rules.some((rule) => rule.id === id),
        id,
      ).toBe(false)
    }
  },
)

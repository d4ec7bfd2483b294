import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import { type SplitEntries, splitEntriesIn } from '#core/rules/lookup/split-entries.ts'

type Item = Readonly<Record<string, unknown>>
const nouns: Readonly<Record<string, string>> = tableOf({ CacheBehaviors: 'behavior', Origins: 'origin' })

const partsAt = ({ resources }: DesignDocument, { path, from, to }: SplitEntries): readonly Item[] => {
  const [, id, , name] = path
  const items = (resources[String(id)]?.config as Readonly<Record<string, unknown>> | undefined)?.[
    String(name)
  ]
  return Array.isArray(items) ? (items as readonly Item[]).slice(from, to + 1) : []
}

/** Puts the parts together, where no field is in two of them. */
function joined(parts: readonly Item[], { path, from }: SplitEntries): readonly Edit[] {
  const names = parts.flatMap((part) => Object.keys(part).filter((name) => name !== 'key'))
  if (new Set(names).size < names.length) return []
  const [, id, , list] = path
  return [
    {
      label: 'Join the entries',
      apply: (draft) => {
        const config = draft.resources[String(id)]?.config as Record<string, unknown> | undefined
        const items = config?.[String(list)]
        if (Array.isArray(items)) items.splice(from, parts.length, Object.assign({}, ...parts.toReversed()))
      },
    },
  ]
}

function findingOf(document: DesignDocument, run: SplitEntries): Finding {
  const parts = partsAt(document, run)
  const list = String(run.path.at(-1))
  const first = `entries ${run.from + 1} to ${run.to + 1} of “${list}”`
  return {
    path: [...run.path, run.from],
    message: `The ${first} each lack what a whole ${nouns[list]} needs and look like one that dashes have split, so CloudFront refuses them; write one dash before the first field of each ${nouns[list]} only.`,
    places: parts.map((_, index) => [...run.path, run.from + index]),
    suggestions: joined(parts, run),
  }
}

export const configEntriesSplit = defineRule({
  id: 'config/entries-split',
  covers: [
    'config/required-fields',
    'behavior/pattern-empty',
    'behavior/policy-or-forwarded',
    'behavior/viewer-protocol-required',
    'origin/domain-required',
  ],
  severity: 'error',
  summary: 'One entry of a list is split into several.',
  why: 'A dash begins a new entry in YAML. With one before each field, every field becomes a behavior or an origin of its own, and each of them lacks what CloudFront requires.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const run of splitEntriesIn(document)) yield findingOf(document, run)
  },
})

import { insertAt } from '#core/model/edit.ts'
import { isWhollyKnown, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { recordsToDistributions } from '#core/rules/lookup/dns-records.ts'
import { isMultiTenant } from '#core/rules/lookup/tenant-links.ts'

const isListed = (aliases: readonly string[], name: string) =>
  aliases.some((alias) => {
    const lower = alias.toLowerCase()
    return lower.startsWith('*.') ? name.replace(/^[^.]+/, '*') === lower : name === lower
  })

export const aliasRecordNotListed = defineRule({
  id: 'alias/record-not-listed',
  severity: 'warning',
  sees: 'all',
  summary: 'A DNS record leads to a distribution that does not list its name.',
  why: 'CloudFront answers 403 to a name that is not among the alternate domain names of a distribution, and its certificate does not cover it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: null,

  *check({ document }) {
    for (const { id, name, path, distribution } of recordsToDistributions(document)) {
      const { Aliases: aliases } = distribution.config
      if (name === undefined || isMultiTenant(distribution.config) || !isWhollyKnown(aliases)) continue
      const names = knownItems(aliases)
      if (isListed(names, name)) continue
      yield {
        path: [...path, 'Name'],
        message: `“${id}” leads “${name}” to “${distribution.id}”, which does not list the name, so viewers get 403; add it to Aliases.`,
        suggestions: [insertAt([...distribution.path, 'Aliases'], names.length, name, `Add “${name}”`)],
      }
    }
  },
})

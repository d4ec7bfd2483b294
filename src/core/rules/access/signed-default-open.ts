import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { isExpression, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, originsBehind } from '#core/rules/lookup/walk.ts'

export const accessSignedDefaultOpen = defineRule({
  id: 'access/signed-default-open',
  severity: 'info',
  profiles: ['security'],
  summary: 'Some paths need a signature, but the default cache behavior is open.',
  why: 'Signing is a matter of paths. Where the default cache behavior leads to the same origin without signatures, private files are open under every path that no signed pattern matches, such as one in other case.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behaviors = behaviorsOf(distribution)
      const fallback = behaviors.find(({ index }) => index === undefined)
      if (!fallback || isSigned(fallback.behavior)) continue
      const { TrustedKeyGroups: groups, TrustedSigners: signers } = fallback.behavior
      if (isExpression(groups) || isExpression(signers)) continue
      if (
        [known(groups), known(signers)].some(
          (one) => (one?.Items ?? []).length > 0 && isExpression(one?.Enabled),
        )
      )
        continue
      const open = originsBehind({ distribution, behavior: fallback.behavior }).map(({ value }) => value.Id)
      const signed = behaviors.find(
        ({ behavior }) =>
          isSigned(behavior) &&
          originsBehind({ distribution, behavior }).some(({ value }) => open.includes(value.Id)),
      )
      if (!signed) continue
      yield {
        path: fallback.path,
        message: `${behaviorName(signed)} is signed and the default cache behavior leads to the same origin unsigned, so its files are open under any other path that reaches them; sign the default too, or keep private files at an origin of their own.`,
      }
    }
  },
})

import { behaviorsOf } from '#core/model/distribution.ts'
import type { Behavior } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { mediaOf } from '#core/model/media.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** Nobody has to sign for it, as far as the text tells. */
const isOpen = ({ TrustedKeyGroups: groups, TrustedSigners: signers }: Behavior) =>
  [groups, signers].every((field) => field === undefined || known(known(field)?.Enabled) === false)
const isSigned = ({ TrustedKeyGroups: groups }: Behavior) =>
  known(known(groups)?.Enabled) === true && (known(groups)?.Items ?? []).length > 0

export const mediaSegmentsOpen = defineRule({
  id: 'media/segments-open',
  severity: 'info',
  profiles: ['recommended', 'security'],
  summary: 'Manifests are for signed viewers, and segments are for everybody.',
  why: 'The manifest only lists the video. Who has the address of a segment, from a friend or by counting up, gets it without a signature.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-choosing-signed-urls-cookies.html',
  code: null,
  shows: {
    request: { url: '/live/1.m4s' },
    outcome: { status: 200, behavior: '*.m4s' },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, distribution, path } = placed
      if (mediaOf(distribution, behavior)?.part !== 'segment' || !isOpen(behavior)) continue
      const manifests = behaviorsOf(distribution).find(
        (other) =>
          mediaOf(distribution, other.behavior)?.part === 'manifest' &&
          other.behavior.TargetOriginId === behavior.TargetOriginId &&
          isSigned(other.behavior),
      )
      if (!manifests) continue
      const field = [...path, 'TrustedKeyGroups']
      yield {
        path: field,
        message: `${behaviorName(placed)} gives segments to everybody, while ${behaviorName(manifests)} wants a signature; restrict both, and give viewers signed cookies, which hold for all files of a stream.`,
        suggestions: [
          setAt(
            field,
            manifests.behavior.TrustedKeyGroups ?? {},
            'Restrict the segments as the manifests are',
          ),
        ],
      }
    }
  },
})

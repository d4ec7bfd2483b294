import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isOpenToAll } from '#core/rules/lookup/origin-lock.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, originsBehind } from '#core/rules/lookup/walk.ts'

export const accessSignedOriginOpen = defineRule({
  id: 'access/signed-origin-open',
  covers: ['security/no-origin-lock', 'access/oac-missing-s3'],
  severity: 'warning',
  profiles: ['security'],
  summary: 'Signed content can be fetched from its origin without a signature.',
  why: 'Signatures are checked by CloudFront. Whoever knows the name of an origin that answers everybody gets the files without one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-overview.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const told = new Set<unknown>()
      for (const placed of behaviorsOf(distribution)) {
        if (!isSigned(placed.behavior)) continue
        for (const { value: origin, path } of originsBehind({ distribution, behavior: placed.behavior })) {
          if (told.has(origin.Id) || isOpenToAll(document, origin) !== true) continue
          told.add(origin.Id)
          const isBucket = originKindOf(document, origin)?.isBucket === true
          yield {
            path,
            message: `${behaviorName(placed)} is signed and its origin “${nameOf(origin.Id)}” answers everybody who knows “${nameOf(origin.DomainName)}”; ${isBucket ? 'attach an origin access control' : 'send it a secret header that it checks, or make it a VPC origin'}.`,
          }
        }
      }
    }
  },
})

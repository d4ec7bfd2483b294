/**
 * Functions, key value stores and web ACLs of a distribution with a flat-rate plan are its alone.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html#pricing-plan-disallowed-associations
 */
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isSaid, isUnknown, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { plansSource } from '#core/model/pricing-plans.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { PlanBar } from './plan-bars.ts'
import type { PlacedDistribution } from './walk.ts'

interface Use {
  readonly name: string
  readonly kind: string
  readonly path: Path
}

/** What of a distribution may not be shared; what only the deployment knows is left out. */
function usesOf(distribution: PlacedDistribution): Use[] {
  const { config, path } = distribution
  const functions = behaviorsOf(distribution).flatMap(({ behavior, path: at }) =>
    knownItems(behavior.FunctionAssociations).flatMap(({ FunctionARN: arn }) =>
      isSaid(arn) && !isUnknown(arn)
        ? [{ name: nameOf(arn), kind: 'The function', path: [...at, 'FunctionAssociations'] }]
        : [],
    ),
  )
  const { WebACLId: acl } = config
  return isSaid(acl) && !isUnknown(acl)
    ? [...functions, { name: nameOf(acl), kind: 'The web ACL', path: [...path, 'WebACLId'] }]
    : functions
}

export function* sharedBars(document: DesignDocument, distribution: PlacedDistribution): Generator<PlanBar> {
  const others = distributionsIn(document).filter(({ id }) => id !== distribution.id)
  const seen = new Set<string>()
  for (const { name, kind, path } of usesOf(distribution)) {
    const other = others.find((each) => usesOf(each).some((use) => use.name === name && use.kind === kind))
    if (!other || seen.has(kind + name)) continue
    seen.add(kind + name)
    yield {
      path,
      what: `${kind} “${name}”, which “${other.id}” uses too`,
      least: null,
      remedy: 'Give each distribution its own.',
      source: `${plansSource}#pricing-plan-disallowed-associations`,
    }
  }
}

import {
  behaviorsOf,
  defaultBehaviorName,
  distributionsIn,
  originGroupsOf,
  originsOf,
  type PlacedResource,
} from '#core/model/distribution.ts'
import { type Edit, removeAt, setAt } from '#core/model/edit.ts'
import { isUnknown, isWhollyKnown, known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** Only where there is a default cache behavior that could target it. */
const targeting = ({ config, path }: PlacedResource<'Distribution'>, id: string | undefined): Edit[] =>
  id === undefined || config.DefaultCacheBehavior === undefined
    ? []
    : [
        setAt(
          [...path, 'DefaultCacheBehavior', 'TargetOriginId'],
          id,
          `Target “${id}” from ${defaultBehaviorName}`,
        ),
      ]

export const originUnused = defineRule({
  id: 'origin/unused',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'No behavior uses an origin.',
  why: 'An origin that nothing targets is never asked; often a behavior was meant to target it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behaviors = behaviorsOf(distribution)
      const groups = originGroupsOf(distribution).map(({ value }) => value)
      const used = new Set(behaviors.map(({ behavior }) => nameOf(behavior.TargetOriginId)))
      for (const group of groups) {
        if (!used.has(nameOf(group.Id))) continue
        for (const member of group.Members ?? []) used.add(nameOf(known(member)?.OriginId))
      }
      const chosenByCode = behaviors.some(
        ({ behavior }) =>
          (behavior.FunctionAssociations ?? []).length > 0 ||
          (behavior.LambdaFunctionAssociations ?? []).length > 0,
      )
      const isOpen = groups.some(({ Id, Members }) => isUnknown(Id) || !isWhollyKnown(Members))
      if (isOpen || !isWhollyKnown(distribution.config.CacheBehaviors)) continue
      if (!isWhollyKnown(distribution.config.OriginGroups)) continue
      if (isUnknown(distribution.config.DefaultCacheBehavior)) continue
      if (chosenByCode || behaviors.some(({ behavior }) => isUnknown(behavior.TargetOriginId))) continue
      for (const { value: origin, path } of originsOf(distribution)) {
        if (isUnknown(origin.Id) || used.has(nameOf(origin.Id))) continue
        yield {
          path: [...path, 'Id'],
          message: `No behavior targets the origin “${nameOf(origin.Id)}”, so it is never asked; target it or remove it.`,
          suggestions: [
            ...targeting(distribution, known(origin.Id)),
            removeAt(path, `Remove “${nameOf(origin.Id)}”`),
          ],
        }
      }
    }
  },
})

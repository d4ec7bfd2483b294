import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorAllowedMethodsSet = defineRule({
  id: 'behavior/allowed-methods-set',
  severity: 'error',
  sees: 'behavior',
  summary: 'AllowedMethods is not one of the sets that CloudFront accepts.',
  why: 'CloudFront knows only these sets of methods; any other list is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const sets = [
      ['GET', 'HEAD'],
      ['GET', 'HEAD', 'OPTIONS'],
      ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    ]
    for (const placed of eachBehavior(document)) {
      const methods = known(placed.behavior.AllowedMethods)?.Items
      if (methods === undefined || !isWhollyKnown(methods)) continue
      const names = knownItems(methods)
      const isSet = sets.some(
        (set) => set.length === names.length && set.every((name) => names.includes(name as 'GET')),
      )
      if (isSet) continue
      const field = [...placed.path, 'AllowedMethods', 'Items']
      const wider = sets.find((set) => names.every((name) => set.includes(name))) ?? sets[0] ?? []
      yield {
        path: field,
        message: `${names.join(', ') || 'Nothing'} is not a set of methods that CloudFront allows in ${behaviorName(placed)}; it takes ${sets.map((set) => set.join('+')).join(', ')}.`,
        suggestions: [setAt(field, wider, `Use ${wider.join(', ')}`)],
      }
    }
  },
})

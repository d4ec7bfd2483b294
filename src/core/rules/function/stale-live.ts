import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionStaleLive = defineRule({
  id: 'function/stale-live',
  severity: 'warning',
  sees: 'shared',
  summary: 'The published code of a function is older than its newest code.',
  why: 'Behaviors run the LIVE stage; a change of the DEVELOPMENT stage does nothing before it is published.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/publish-function.html',
  code: null,

  *check({ document, account }) {
    for (const { id, config, path } of resourcesOf(document, 'Function')) {
      const facts = account?.functions?.find(({ Name }) => Name === known(config.Name))
      const [newest, live] = [
        Date.parse(facts?.developmentModifiedAt ?? ''),
        Date.parse(facts?.liveModifiedAt ?? ''),
      ]
      if (!(newest > live) || known(config.AutoPublish) === true || isUnknown(config.AutoPublish)) continue
      yield {
        path: [...path, 'AutoPublish'],
        message: `“${id}” has code in its DEVELOPMENT stage that is newer than what runs, so viewers get the old code; publish it.`,
        suggestions: [setAt([...path, 'AutoPublish'], true, 'Publish on each update')],
      }
    }
  },
})

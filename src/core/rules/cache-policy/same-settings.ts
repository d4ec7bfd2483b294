import { defineSameSettingsRule } from '#core/rules/harness/same-settings-rule.ts'

export const cachePolicySameSettings = defineSameSettingsRule({
  id: 'cache-policy/same-settings',
  type: 'CachePolicy',
  thing: 'cache policy',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html',
})

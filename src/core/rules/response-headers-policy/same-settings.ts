import { defineSameSettingsRule } from '#core/rules/harness/same-settings-rule.ts'

export const responseHeadersPolicySameSettings = defineSameSettingsRule({
  id: 'response-headers-policy/same-settings',
  type: 'ResponseHeadersPolicy',
  thing: 'response headers policy',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
})

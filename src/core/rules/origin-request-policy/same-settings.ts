import { defineSameSettingsRule } from '#core/rules/harness/same-settings-rule.ts'

export const originRequestPolicySameSettings = defineSameSettingsRule({
  id: 'origin-request-policy/same-settings',
  type: 'OriginRequestPolicy',
  thing: 'origin request policy',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
})

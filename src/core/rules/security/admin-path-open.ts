import { isExpression, known } from '#core/model/field.ts'
import { runsOn } from '#core/rules/code/edge-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const administrative =
  /(^|\/)(admin|administrator|wp-admin|wp-login|phpmyadmin|adminer|cpanel|backoffice|actuator)([/._*?-]|$)/i

export const securityAdminPathOpen = defineRule({
  id: 'security/admin-path-open',
  severity: 'info',
  profiles: ['security'],
  summary: 'A path for administrators is open to everyone.',
  why: 'Login pages of content systems are tried by robots all day. Signed requests, a web ACL or a function can turn away who has no business there before the server has to.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path, distribution } = placed
      const pattern = known(behavior.PathPattern)
      if (pattern === undefined || !administrative.test(pattern)) continue
      const hasWebAcl = distribution.config.WebACLId !== undefined && distribution.config.WebACLId !== ''
      if (hasWebAcl || isSigned(behavior)) continue
      if (isExpression(behavior.TrustedKeyGroups) || isExpression(behavior.TrustedSigners)) continue
      if (runsOn(behavior, ['viewer-request', 'origin-request'])) continue
      yield {
        path: [...path, 'PathPattern'],
        message: `${behaviorName(placed)} reads as one for administrators and is open to everyone; guard it with a web ACL, a function or signed requests.`,
      }
    }
  },
})

import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const sets = (versions: readonly string[]): Record<string, Resource> =>
  Object.fromEntries(
    versions.map((IPAddressVersion): [string, Resource] => [
      `Office${IPAddressVersion}`,
      { type: 'AWS::WAFv2::IPSet', config: { Scope: 'CLOUDFRONT', IPAddressVersion, Addresses: [] } },
    ]),
  )
const allowing = (versions: readonly string[], IsIPV6Enabled = true): DesignDocument =>
  distribution(
    { IsIPV6Enabled, WebACLId: { ref: 'Acl', attribute: 'Arn' } },
    {
      ...sets(versions),
      Acl: {
        type: 'AWS::WAFv2::WebACL',
        config: {
          Scope: 'CLOUDFRONT',
          DefaultAction: { Block: {} },
          Rules: versions.map((version) => ({
            Action: { Allow: {} },
            Statement: {
              IPSetReferenceStatement: { Arn: { ref: `Office${version}`, attribute: 'Arn' } },
            },
          })),
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'both lists': allowing(['IPV4', 'IPV6']),
    'IPv6 is off': allowing(['IPV4'], false),
    'no web ACL': distribution(),
    'a list of those to block': distribution(
      { IsIPV6Enabled: true, WebACLId: { ref: 'Acl', attribute: 'Arn' } },
      {
        ...sets(['IPV4']),
        Acl: {
          type: 'AWS::WAFv2::WebACL',
          config: {
            DefaultAction: { Allow: {} },
            Rules: [
              {
                Action: { Block: {} },
                Statement: { IPSetReferenceStatement: { Arn: { ref: 'OfficeIPV4', attribute: 'Arn' } } },
              },
            ],
          },
        },
      },
    ),
  },
  invalid: {
    'IPv4 alone': allowing(['IPV4']),
    'everyone else is blocked': distribution(
      { IsIPV6Enabled: true, WebACLId: { ref: 'Acl', attribute: 'Arn' } },
      {
        ...sets(['IPV4']),
        Acl: {
          type: 'AWS::WAFv2::WebACL',
          config: {
            DefaultAction: { Allow: {} },
            Rules: [
              {
                Action: { Block: {} },
                Statement: {
                  NotStatement: {
                    Statement: { IPSetReferenceStatement: { Arn: { ref: 'OfficeIPV4', attribute: 'Arn' } } },
                  },
                },
              },
            ],
          },
        },
      },
    ),
  },
}

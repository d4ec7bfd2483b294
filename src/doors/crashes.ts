/** Every crash that was ever found at a door, as what came in. */

export interface Crash {
  readonly what: string
  readonly door: string
  readonly bytes: string | Uint8Array
}

/** An object that cannot be made a text of: `String` calls its own `toString`, which is no function. */
const wordless = { toString: 1, valueOf: 1 }

export const crashes: readonly Crash[] = [
  {
    what: 'what looks like our own reference in a DistributionConfig',
    door: 'DistributionConfig',
    bytes: JSON.stringify({
      CallerReference: { ref: 'Site' },
      Comment: 'a',
      Enabled: true,
      Origins: { Quantity: 1, Items: [{ Id: 'a', DomainName: 'a.example.com' }] },
      DefaultCacheBehavior: { TargetOriginId: 'a' },
    }),
  },
  {
    what: 'a name and password that are no bytes',
    door: 'curl commands',
    bytes: "curl -u 'Ā:b' https://a.example/",
  },
  {
    what: 'a version of a plan without a text',
    door: 'saved plans',
    bytes: JSON.stringify({ frontagePlan: wordless }),
  },
  { what: 'a profile without a text', door: 'project files', bytes: JSON.stringify({ profile: wordless }) },
  {
    what: 'a target without a text',
    door: 'designs within share links',
    bytes: JSON.stringify({
      formatVersion: 1,
      resources: {
        Site: {
          type: 'Distribution',
          config: { DefaultCacheBehavior: { TargetOriginId: wordless }, Origins: [{ Id: wordless }] },
        },
      },
    }),
  },
  {
    what: 'an origin without a text for its name',
    door: 'the clipboard',
    bytes: JSON.stringify({
      frontage: 'clip',
      items: [],
      resources: {},
      needed: { resources: {}, origins: [{ Id: wordless }] },
    }),
  },
  {
    what: 'an answer to a question without a number',
    door: 'answers of the sandbox’s worker',
    bytes: JSON.stringify({ id: wordless }),
  },
  {
    what: 'a resource of a type that there is not',
    door: 'designs',
    bytes: JSON.stringify({ formatVersion: 1, resources: { Other: { type: 'constructor', config: {} } } }),
  },
  {
    what: 'a Terraform resource of a type that every object has',
    door: 'Terraform',
    bytes:
      'resource "constructor" "a" {}\nresource "aws_cloudfront_distribution" "b" {\n  enabled = true\n}\n',
  },
  {
    what: 'an address that is none',
    door: 'HAR files',
    bytes: JSON.stringify({
      log: { entries: [{ request: { method: 'GET', url: 'http://[' }, response: { status: 200 } }] },
    }),
  },
]

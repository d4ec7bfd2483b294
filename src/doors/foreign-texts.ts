/** Texts for the doors in which whatever a person may name has one name. */
import { gzipSync } from 'node:zlib'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { asFolder } from './sources.ts'

/** A field of this name, also where an object literal would set its prototype. */
export const field = (name: string, value: unknown) =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object

export const yaml = (N: string) => `Parameters:
  ${N}: { Type: String, Default: ${N} }
Mappings:
  ${N}: { ${N}: { ${N}: ${N} } }
Conditions:
  ${N}: !Equals [!Ref ${N}, ${N}]
Resources:
  ${N}:
    Type: AWS::CloudFront::Distribution
    Metadata: { ${N}: ${N} }
    Properties:
      ${N}: ${N}
      Tags: [{ Key: ${N}, Value: ${N} }]
      DistributionConfig:
        Enabled: true
        Comment: !Sub '\${${N}}'
        DefaultRootObject: !FindInMap [${N}, ${N}, ${N}]
        ${N}: { ${N}: 1 }
        Origins:
          - Id: ${N}
            DomainName: origin.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
            OriginCustomHeaders: [{ HeaderName: ${N}, HeaderValue: ${N} }]
        CacheBehaviors: !If
          - ${N}
          - - { PathPattern: ${N}, TargetOriginId: ${N}, ViewerProtocolPolicy: allow-all, CachePolicyId: !Ref Cache }
          - !Ref AWS::NoValue
        DefaultCacheBehavior:
          TargetOriginId: ${N}
          ViewerProtocolPolicy: allow-all
          CachePolicyId: !Ref Cache
          FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt ${N}.${N} }]
  Cache:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: ${N}
        MinTTL: 0
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          QueryStringsConfig: { QueryStringBehavior: whitelist, QueryStrings: [${N}] }
          HeadersConfig: { HeaderBehavior: whitelist, Headers: [${N}] }
          CookiesConfig: { CookieBehavior: whitelist, Cookies: [${N}] }
Outputs:
  ${N}: { Value: !Ref ${N}, Export: { Name: ${N} } }
`
const config = (N: string) => ({
  CallerReference: N,
  Comment: N,
  Enabled: true,
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: N,
        DomainName: 'origin.example.com',
        CustomHeaders: { Quantity: 1, Items: [{ HeaderName: N, HeaderValue: N }] },
        S3OriginConfig: { OriginAccessIdentity: N },
      },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: N,
    ViewerProtocolPolicy: N,
    CachePolicyId: N,
    ForwardedValues: {
      QueryString: true,
      Cookies: { Forward: N },
      QueryStringCacheKeys: { Quantity: 1, Items: [N] },
    },
  },
  CacheBehaviors: { Quantity: 1, Items: [{ PathPattern: N, TargetOriginId: N }] },
  PriceClass: N,
  HttpVersion: N,
  ViewerCertificate: { MinimumProtocolVersion: N, SSLSupportMethod: N },
  ...field(N, field(N, 1)),
})
const json = (N: string) =>
  JSON.stringify({
    Parameters: field(N, { Type: N, Default: N }),
    Conditions: field(N, { 'Fn::Equals': [N, { Ref: N }] }),
    Resources: field(N, {
      Type: 'AWS::CloudFront::Distribution',
      Condition: N,
      DependsOn: [N],
      Properties: {
        DistributionConfig: {
          ...config(N),
          Origins: [{ Id: N, ...field(N, 1) }],
          CacheBehaviors: { Ref: N },
        },
      },
    }),
  })
const hcl = (N: string) => `variable "${N}" {\n  default = "${N}"\n}
locals {\n  ${N} = { ${N} = var.${N}, "${N}" = 1 }\n}
resource "${N}" "${N}" {\n  ${N} = 1\n}
resource "aws_cloudfront_cache_policy" "${N}" {
  name = "${N}"
  parameters_in_cache_key_and_forwarded_to_origin {
    ${N} {}
    headers_config {\n      header_behavior = "${N}"\n      headers {\n        items = ["${N}"]\n      }\n    }
  }
}
resource "aws_cloudfront_distribution" "${N}" {
  enabled = true
  comment = ${N}(local.${N}["${N}"].${N})
  ${N}    = "${N}"
  price_class = lookup(local.${N}, "${N}", var.${N})
  origin {\n    origin_id = "${N}"\n    domain_name = data.${N}.${N}.${N}\n    ${N} {}\n    custom_header {\n      name = "${N}"\n      value = module.${N}.${N}\n    }\n  }
  dynamic "${N}" {\n    for_each = local.${N}\n    content {\n      ${N} = ${N}.value\n    }\n  }
  default_cache_behavior {\n    target_origin_id = "${N}"\n    viewer_protocol_policy = "${N}"\n    cache_policy_id = aws_cloudfront_cache_policy.${N}.id\n  }
  tags = { ${N} = "${N}" }
}
`
const shownTerraform = (N: string) =>
  JSON.stringify({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          { address: N, mode: 'managed', type: N, name: N, values: field(N, 1) },
          {
            address: `aws_cloudfront_distribution.${N}`,
            mode: 'managed',
            type: 'aws_cloudfront_distribution',
            name: N,
            values: {
              enabled: true,
              origin: [{ origin_id: N, domain_name: N, ...field(N, 1) }],
              default_cache_behavior: [{ target_origin_id: N }],
              ...field(N, [field(N, 1)]),
            },
          },
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [{ address: N, expressions: field(N, { references: [N] }) }],
        variables: field(N, {}),
      },
    },
  })
const resources = (N: string) =>
  field(N, {
    type: 'Distribution',
    config: {
      Comment: N,
      Origins: [{ Id: N, DomainName: { ref: N } }],
      DefaultCacheBehavior: { TargetOriginId: N, CachePolicyId: { ref: N, attribute: N } },
      CacheBehaviors: [{ PathPattern: N, TargetOriginId: N, key: N }],
    },
  })
const design = (N: string) => ({
  formatVersion: 1,
  resources: { ...resources(N), Other: { type: N, config: {} } },
  layout: field(N, { x: 1, y: 2 }),
  scenarios: [
    { name: N, steps: [{ request: { url: `/${N}?${N}=1` } }], origins: field(N, []), ...field(N, 1) },
  ],
  originScripts: field(N, [{ match: { headers: field(N, N) }, response: { headers: field(N, N) } }]),
  functionResults: field(N, { uri: `/${N}` }),
  suppressions: [{ rule: N, reason: N, path: `/${N}` }],
  notes: field(N, N),
  stickies: field(N, { kind: 'note', text: N, x: 1, y: 2, width: 3, height: 4 }),
})
const url = (N: string) => `https://d111111abcdef8.cloudfront.net/${N}?${N}=${N}`
const har = (N: string) =>
  JSON.stringify({
    log: {
      entries: [
        {
          startedDateTime: '2026-01-05T10:20:30Z',
          request: {
            method: 'GET',
            url: url(N),
            httpVersion: N,
            headers: [
              { name: N, value: N },
              { name: 'Cookie', value: `${N}=${N}` },
            ],
          },
          response: { status: 200, headers: [{ name: N, value: N }], content: { size: 1, text: N } },
        },
      ],
    },
  })
const scenario = (N: string) =>
  JSON.stringify({
    name: N,
    account: {
      keyValueStores: field(N, field(N, N)),
      quotaOverrides: field(N, 1),
      publicKeys: [{ logicalId: N, Id: N }],
    },
    origins: field(N, [
      {
        match: { path: `/${N}`, headers: field(N, N), query: `${N}=1` },
        response: { status: 200, headers: field(N, N) },
      },
    ]),
    functionResults: field(N, N),
    steps: [
      {
        request: { url: url(N), headers: field(N, N), viewer: { country: N, pop: N, ...field(N, N) } },
        expect: { headers: field(N, N), cacheKey: { headers: field(N, N), cookies: field(N, N) } },
      },
      { invalidate: [N] },
      { evict: { tier: N } },
    ],
  })
const line = (fields: readonly string[], N: string) =>
  fields
    .map(
      (name) =>
        ({
          date: '2026-01-05',
          time: '10:20:30',
          'cs-uri-stem': `/${N}`,
          'cs-uri-query': `${N}=1`,
          'sc-status': '200',
        })[name] ?? N,
    )
    .join('\t')
const standard = (N: string) =>
  `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')} ${N}\n${line([...standardLogFields, N], N)}\n`
const scope = { endpoint: 'http://127.0.0.1:4566', account: '000000000000', partition: 'aws' }
const journal = (N: string) =>
  [
    {
      run: N,
      at: N,
      resource: N,
      type: N,
      action: 'create',
      status: 'done',
      in: scope,
      physicalId: N,
      after: {},
    },
    { run: N, at: N, resource: N, type: 'CachePolicy', action: N, status: 'done', in: scope, after: {} },
    {
      run: N,
      at: N,
      resource: N,
      type: 'CachePolicy',
      action: 'create',
      status: 'done',
      in: scope,
      physicalId: N,
      after: field(N, N),
    },
    {
      run: `${N}2`,
      at: N,
      resource: N,
      type: 'Distribution',
      action: 'update',
      status: 'begun',
      in: scope,
      physicalId: N,
      before: field(N, N),
      after: {},
    },
    { made: N, resource: N, value: N, status: 'done', at: N, in: scope },
  ]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')
const plan = (N: string) =>
  JSON.stringify({
    frontagePlan: 2,
    in: scope,
    resources: resources(N),
    ids: field(N, N),
    fresh: [N],
    source: N,
    isJournalNamed: false,
    steps: [
      { resource: N, type: N, action: 'create', changes: [], consequences: [], conflicts: [], because: N },
    ],
  })
const clip = (N: string) =>
  JSON.stringify({
    frontage: 'clip',
    items: [
      { list: 'Origins', value: { Id: N } },
      { list: 'CacheBehaviors', value: { PathPattern: N, TargetOriginId: N } },
    ],
    resources: resources(N),
    needed: { resources: resources(N), origins: [{ Id: N }] },
  })

/** For each door texts in which every name that a person chooses is this one. */
export const named: Readonly<Record<string, (N: string) => readonly (string | Uint8Array)[]>> = {
  'CloudFormation and SAM in YAML': (N) => [
    yaml(N),
    yaml(N).replace('Resources:', 'Transform: AWS::Serverless-2016-10-31\nResources:'),
  ],
  'CloudFormation in JSON': (N) => [json(N)],
  Terraform: (N) => [hcl(N), hcl(N === '__proto__' ? 'a' : N)],
  'Terraform’s plans and states': (N) => [shownTerraform(N)],
  DistributionConfig: (N) => [
    JSON.stringify(config(N)),
    JSON.stringify({ ETag: N, DistributionConfig: config(N), ...field(N, N) }),
  ],
  designs: (N) => [JSON.stringify(design(N))],
  Serverless: (N) => [
    `service: ${N}\ncustom:\n  ${N}: ${N}\nresources:\n  Resources:\n    ${N}:\n      Type: AWS::CloudFront::Distribution\n      Properties:\n        DistributionConfig:\n          Comment: \${self:custom.${N}}\n`,
  ],
  'folders and CDK assemblies': (N) => [
    asFolder({
      [`${N}/main.tf`]: hcl(N),
      'main.tf': `module "${N}" {\n  source = "./${N}"\n  ${N} = 1\n}\n`,
      'terraform.tfvars': `${N} = 1\n`,
      'a.auto.tfvars.json': JSON.stringify(field(N, N)),
      [`${N}.yaml`]: yaml(N),
    }),
  ],
  'parts that are pasted': (N) => [
    JSON.stringify([{ PathPattern: N, TargetOriginId: N, ...field(N, N) }]),
    JSON.stringify(field(N, { Type: N })),
  ],
  'HAR files': (N) => [har(N)],
  'curl commands': (N) => [`curl --${N} '${url(N)}' -H '${N}: ${N}' -b '${N}=${N}' -X ${N} -d ${N}`],
  'what curl -v printed': (N) => [
    `> GET /${N}?${N}=1 HTTP/2\n> Host: ${N}\n> ${N}: ${N}\n>\n< HTTP/2 200\n< ${N}: ${N}\n<\n`,
  ],
  'scenario files': (N) => [scenario(N), scenario(N).replace(`,{"evict":{"tier":"${N}"}}`, '')],
  'addresses and viewers': (N) => [url(N), `${N}=${N},country=${N},pop=${N}`, JSON.stringify(field(N, N))],
  'standard logs': (N) => [standard(N)],
  'real-time logs': (N) => [
    `#Fields: timestamp ${N} cs-uri-stem sc-status\n1767608430.5\t${N}\t/${N}\t200\n`,
  ],
  'JSON records and their envelopes': (N) => [
    `${JSON.stringify({ date: '2026-01-05', time: '10:20:30', 'cs-uri-stem': `/${N}`, 'sc-status': N, ...field(N, N) })}\n`,
    JSON.stringify({ Records: [field(N, N), { kinesis: field(N, N) }] }),
  ],
  'tables by other signs': (N) => [`date,time,uri,status,${N}\n2026-01-05,10:20:30,/${N},200,${N}\n`],
  'lists of URLs': (N) => [`${url(N)}\n`],
  'gzipped logs of several members': (N) => [Buffer.concat([gzipSync(standard(N)), gzipSync(standard(N))])],
  Parquet: () => [],
  journals: (N) => [journal(N)],
  'saved plans': (N) => [plan(N)],
  'project files': (N) => [
    JSON.stringify({ profile: N, rules: field(N, { level: N, reason: N }), ...field(N, N) }),
    JSON.stringify({ rules: field(N, { level: 'off', reason: N }) }),
  ],
  'share links': (N) => [N, `#design=${N}`],
  'designs within share links': (N) => [JSON.stringify({ name: N, ...design(N) })],
  'stored designs, versions and histories': (N) => [JSON.stringify(design(N))],
  'designs that a page wrote down as it was left': (N) => [
    JSON.stringify({ id: N, name: N, savedAt: 1, document: design(N), ...field(N, N) }),
  ],
  'messages of other tabs': (N) => [
    JSON.stringify({ is: N, id: N }),
    JSON.stringify({ is: 'edit', id: 'a', name: N, document: design(N) }),
  ],
  'the clipboard': (N) => [clip(N)],
  'the arrangement of the window': (N) => [
    JSON.stringify({ folded: field(N, true), widths: field(N, 1), splits: field(N, {}) }),
  ],
  'texts of an editor': (N) => [yaml(N)],
  'calls of an assistant': (N) => [
    JSON.stringify({
      text: yaml(N),
      url: url(N),
      distribution: N,
      to: N,
      profile: N,
      rule: N,
      parameters: field(N, N),
      headers: field(N, N),
      method: N,
    }),
  ],
  'answers of the sandbox’s worker': (N) => [
    JSON.stringify({ id: N, ...field(N, 1) }),
    JSON.stringify({ id: 1, outcome: N }),
  ],
  'answers of a replay’s worker': (N) => [JSON.stringify({ kind: N })],
}

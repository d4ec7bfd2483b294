/** What the image does when it is made: the commands that are called most are run, so that their compiled code is in it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'frontage-'))
const template = {
  Resources: {
    Site: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Origins: [
            {
              Id: 'web',
              DomainName: 'www.example.com',
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            },
          ],
          DefaultCacheBehavior: {
            TargetOriginId: 'web',
            ViewerProtocolPolicy: 'redirect-to-https',
            CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
          },
        },
      },
    },
  },
}
const block = (value, indent = '') =>
  Object.entries(value)
    .map(([key, one]) => {
      const isMap = typeof one === 'object' && !Array.isArray(one)
      const told = isMap ? `\n${block(one, `${indent}  `)}` : ` ${JSON.stringify(one)}\n`
      return `${indent}${key}:${told}`
    })
    .join('')

const source = (name, text) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

try {
  const yaml = source('site.yaml', block(template))
  const json = source('site.json', JSON.stringify(template))
  const other = source('other.yaml', block(template).replace('redirect-to-https', 'https-only'))
  const calls = [
    ['--version'],
    ['check', yaml],
    ['check', json],
    ['check', folder],
    ['trace', yaml, '--url', 'https://www.example.com/'],
    ['review', yaml, other],
    ['convert', yaml, '--to', 'terraform'],
  ]
  // A first run gathers what it needs, and a second compiles that.
  for (const args of [...calls, ...calls]) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/frontage.cjs'), ...args], {
      encoding: 'utf8',
    })
    if (status === null || status > 1) throw new Error(`frontage ${args.join(' ')}: ${stderr}`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Sources of designs: one text, or a folder of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFolder } from '#core/formats/folder.ts'
import { formats, type RecognizedDesign, readSource, writeFormat } from '#core/formats/index.ts'
import { readSnippet } from '#core/formats/snippet.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { emptyDesign } from '#core/model/document.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { project } from '#things/project.ts'
import { type Door, textOf } from './door.ts'

const corpus = 'src/fixtures/corpus'
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(`${corpus}/${folder}`)
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(`${corpus}/${folder}/${name}`, 'utf8'))

async function play({ document }: RecognizedDesign): Promise<void> {
  for (const { id } of distributionsIn(document))
    try {
      const simulation = createSimulation({ document, distribution: id, origins: scriptsFor(document, id) })
      await simulation.request({ url: '/a/b.html?x=1', headers: { Cookie: 'a=1', 'X-A': 'b' } })
    } catch (error) {
      if (!(error instanceof InputFault)) throw error
    }
}

/** Everything that is done with a design that was opened. */
export async function workWith(read: RecognizedDesign): Promise<void> {
  const { document } = read
  for (const { path } of findProblems(rules, { document })) read.locate(path)
  project(document)
  for (const { id, write } of formats) if (write) writeFormat(id, document)
  await play(read)
}

async function openSource(bytes: Uint8Array): Promise<void> {
  const text = textOf(bytes)
  const read = readSource(text)
  if (read.ok) await workWith(read.value)
  else if (read.error.length === 0) throw new Error('It is refused without a reason.')
}

/** Files of a folder in one text, each after its name, so that chance can damage names too. */
export const asFolder = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([name, text]) => `\u001c${name}\n${text}`)
    .join('')
const folderOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split('\u001c')
      .slice(1)
      .map((part) => [part.split('\n')[0] ?? '', part.slice(part.indexOf('\n') + 1)]),
  )

const template = filesIn('templates', /spa-oac-function/)[0] ?? ''
const [terraform = ''] = filesIn('reported', /tf-ttl/)
const state = {
  version: 4,
  terraform_version: '1.9.0',
  lineage: 'a',
  resources: [
    {
      mode: 'managed',
      type: 'aws_cloudfront_distribution',
      name: 'site',
      instances: [
        {
          attributes: {
            enabled: true,
            origin: [
              {
                origin_id: 'web',
                domain_name: 'origin.example.com',
                custom_origin_config: [{ http_port: 80 }],
              },
            ],
            default_cache_behavior: [{ target_origin_id: 'web', viewer_protocol_policy: 'allow-all' }],
          },
        },
      ],
    },
  ],
}
const shown = {
  format_version: '1.0',
  values: {
    root_module: {
      resources: [
        {
          address: 'aws_cloudfront_distribution.site',
          mode: 'managed',
          type: 'aws_cloudfront_distribution',
          name: 'site',
          values: state.resources[0]?.instances[0]?.attributes,
        },
      ],
      child_modules: [{ address: 'module.a', resources: [] }],
    },
  },
}
const design = JSON.stringify({
  ...emptyDesign,
  resources: {
    Site: {
      type: 'Distribution',
      config: {
        Enabled: true,
        Origins: [{ Id: 'web', DomainName: 'origin.example.com', CustomOriginConfig: { HTTPPort: 80 } }],
        DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'allow-all' },
        CacheBehaviors: [{ PathPattern: '/a/*', TargetOriginId: 'web', key: 'k1' }],
      },
    },
  },
  layout: { 'Site/distribution/': { x: 1, y: 2 } },
  scenarios: [{ name: 'a', steps: [{ request: { url: '/' }, expect: { status: 200 } }] }],
  originScripts: { web: [{ match: { path: '/*' }, response: { status: 200, headers: { A: 'b' } } }] },
  functionResults: { Gate: { uri: '/index.html' } },
  suppressions: [{ rule: 'a/b', reason: 'known' }],
  notes: { Site: 'a note' },
  stickies: { 'note-1': { kind: 'note', text: 'a note', x: 1, y: 2, width: 200, height: 96 } },
})
const assembly = {
  'cdk.out/manifest.json': JSON.stringify({
    version: '36.0.0',
    artifacts: {
      Site: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Site.template.json' } },
    },
  }),
  'cdk.out/Site.template.json': filesIn('templates', /api-and-site/)[0] ?? '',
}

const source = (name: string, passing: Door['passing']): Door => ({ name, passing, enter: openSource })

export const sourceDoors: readonly Door[] = [
  source('CloudFormation and SAM in YAML', [...filesIn('templates', /ya?ml$/), ...filesIn('kinds', /yaml$/)]),
  source('CloudFormation in JSON', filesIn('templates', /json$/)),
  source('Terraform', filesIn('reported', /tf$/)),
  source('Terraform’s plans and states', [JSON.stringify(state), JSON.stringify(shown)]),
  source('DistributionConfig', filesIn('reported', /^dc-.*json$/)),
  source('designs', [design]),
  source('Serverless', filesIn('reported', /serverless/)),
  {
    name: 'folders and CDK assemblies',
    passing: [
      asFolder(assembly),
      asFolder({
        'main.tf': `module "a" {\n  source = "./a"\n  x = 1\n}\n${terraform}`,
        'a/main.tf': terraform,
        'terraform.tfvars': 'x = 1\n',
      }),
      asFolder({ 'serverless.yml': `resources: $\{file(cdn.yml)}\n`, 'cdn.yml': template }),
    ],
    enter: async (bytes) => {
      for (const { read } of readFolder(folderOf(textOf(bytes)))) if (read.ok) await workWith(read.value)
    },
  },
  {
    name: 'parts that are pasted',
    passing: [
      JSON.stringify([{ PathPattern: '/a/*', TargetOriginId: 'web', ViewerProtocolPolicy: 'allow-all' }]),
      '- Id: web\n  DomainName: origin.example.com\n',
      template,
    ],
    enter: (bytes) => readSnippet(textOf(bytes)),
  },
]

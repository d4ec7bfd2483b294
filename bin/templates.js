/** What the units of each kind are made of: files, and lines in registries. */
const camel = (name) => name.replace(/[/-](\w)/g, (_, letter) => letter.toUpperCase())
const pascal = (name) => camel(`-${name}`)
const words = (name) => name.replaceAll('-', ' ')
const title = (name) => words(name).replace(/^./, (first) => first.toUpperCase())

/** A registry's import and its entry; the linter brings imports into order. */
const registered = (file, from, id, before, line) => [
  { file, before: /^import /m, line: `import { ${id} } from '${from}'\n` },
  { file, before, line },
]
const simple = { name: /^[a-z][a-z0-9-]*$/, says: 'A name is small letters, digits and hyphens.' }

export const templates = {
  rule: {
    name: /^[a-z-]+\/[a-z0-9-]+$/,
    says: 'A rule is named “group/what-is-wrong”, with a group that there is.',
    make(name) {
      const [group, rest] = name.split('/')
      const id = camel(name)
      return {
        files: {
          [`src/core/rules/${name}.ts`]: `import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const ${id} = defineRule({
  id: '${name}',
  severity: 'warning',
  summary: 'TODO: what is wrong, in one sentence.',
  why: 'TODO: what CloudFront does then.',
  docs: null,
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.Comment) !== 'TODO: ${name}') continue
      yield { path: [...path, 'Comment'], message: \`“\${id}” has TODO: what, where, and the remedy.\` }
    }
  },
})
`,
          [`src/core/rules/${name}.examples.ts`]: `import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: { 'TODO: what is just right': distribution({ Comment: 'right' }) },
  invalid: { 'TODO: what is wrong': distribution({ Comment: 'TODO: ${name}' }) },
}
`,
        },
        lines: registered(`src/core/rules/${group}/index.ts`, `./${rest}.ts`, id, /\]\n*$/, `  ${id},\n`),
      }
    },
  },
  stage: {
    ...simple,
    make: (name) => ({
      files: {
        [`src/core/trace/stages/${name}.ts`]: `import { defineStage } from '#core/trace/engine/stage.ts'

export const ${camel(name)} = defineStage({
  id: '${name}',
  at: 'row',
  title: '${title(name)}',
  explained: 'never',
  basis: { inferred: 'TODO: what this rests on, or { documented: guide(page) }.' },
  run(_exchange, note) {
    note?.('TODO: what happens, in one sentence.')
  },
})
`,
      },
      lines: registered(
        'src/core/trace/engine/pipeline.ts',
        `#core/trace/stages/${name}.ts`,
        camel(name),
        /\] as const satisfies readonly Stage\[\]\n/,
        `  ${camel(name)},\n`,
      ),
    }),
  },
  hint: {
    ...simple,
    make: (name) => ({
      files: {
        [`src/core/trace/explain/hints/${name}.ts`]: `import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const ${camel(name)} = defineHint({
  id: '${name}',
  docs: guide('Introduction'),
  find({ result }) {
    if (result.status !== 0) return undefined
    return { text: 'TODO: why it is so, and what helps.', because: [] }
  },
})
`,
      },
      lines: registered(
        'src/core/trace/explain/hints/index.ts',
        `./${name}.ts`,
        camel(name),
        /\] as const satisfies/,
        `  ${camel(name)},\n`,
      ),
    }),
  },
  origin: {
    ...simple,
    make: (name) => ({
      files: {
        [`src/core/origins/${name}.ts`]: `import { defineOrigin } from './kind/kind.ts'

export const ${camel(name)} = defineOrigin({
  id: '${name}',
  label: '${title(name)}',
  picture: 'server',
  matches: (host) => host.endsWith('.${name}.example'),
  examples: ['todo.${name}.example'],
  signing: null,
  isBucket: false,
  preset: null,
})
`,
      },
      lines: [
        // Before the last one, which takes every host.
        ...registered(
          'src/core/origins/index.ts',
          `./${name}.ts`,
          camel(name),
          /^ {2}custom,\n\] as const/m,
          `  ${camel(name)},\n`,
        ),
      ],
    }),
  },
  format: {
    ...simple,
    make: (name) => ({
      files: {
        [`src/core/formats/${name}.ts`]: `/** TODO: what it is, and its page. */
import type { DesignDocument } from '#core/model/document.ts'
import { defineFormat, type Loss } from './format.ts'

/** TODO: until a resource is written, it is told as lost. */
const lost = ({ resources }: DesignDocument): Loss[] =>
  Object.keys(resources).map((id) => ({
    path: ['resources', id],
    message: \`“\${id}” is not written yet.\`,
  }))

export const ${camel(name)} = defineFormat({
  id: '${name}',
  label: '${title(name)}',
  family: '${name}',
  syntax: 'plaintext',
  fileNames: ['design.${name}'],
  write: (document) => ({ text: '', losses: lost(document) }),
})
`,
      },
      lines: registered(
        'src/core/formats/index.ts',
        `./${name}.ts`,
        camel(name),
        /^ {2}mermaid,\n/m,
        `  ${camel(name)},\n`,
      ),
    }),
  },
  resource: {
    ...simple,
    make: (name) => ({
      files: {
        [`src/core/resources/${name}.ts`]: `/** TODO: the page of its config in the API reference. */
import { string, structure } from '#core/model/shapes/shape.ts'
import { section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

/** TODO: Unwrap<sdk.${pascal(name)}Config>. */
interface ${pascal(name)}Config {
  readonly Name?: string
}

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    ${pascal(name)}: ${pascal(name)}Config
  }
}

export const ${camel(name)} = defineResource({
  type: '${pascal(name)}',
  label: '${words(name)}',
  picture: 'key',
  apiPage: '${pascal(name)}Config',
  config: structure<${pascal(name)}Config>()({ Name: string }),
  required: { fields: ['Name'] },
  cloudFormation: { type: 'AWS::CloudFront::${pascal(name)}', wrapper: null, identity: ['', 'Id'] },
  terraform: null,
  namedBy: [],
  placement: null,
  form: [section('${title(name)}', text('Name', 'Name'))],
  presets: [],
  deployment: null,
})
`,
      },
      lines: registered(
        'src/core/resources/index.ts',
        `./${name}.ts`,
        camel(name),
        /\} satisfies \{/,
        `  ${pascal(name)}: ${camel(name)},\n`,
      ),
    }),
  },
  panel: {
    ...simple,
    make: (name) => ({
      files: {
        [`src/features/${name}/${pascal(name)}Panel.tsx`]: `import { useDocument } from '#state/design.ts'

/** TODO: what it shows. */
export function ${pascal(name)}Panel() {
  const { resources } = useDocument()
  return <p>TODO: {Object.keys(resources).length} resources</p>
}
`,
      },
      lines: [
        {
          file: 'src/app/panels.ts',
          before: /^\]\n\ndeclare module/m,
          line: `  panel('${name}', '${title(name)}', 'design', beside(50), async () => (await import('#features/${name}/${pascal(name)}Panel.tsx')).${pascal(name)}Panel),\n`,
        },
        { file: 'src/fixtures/layers.ts', before: /^ {2}app: \[/m, line: `  'features/${name}': feature,\n` },
      ],
    }),
  },
}

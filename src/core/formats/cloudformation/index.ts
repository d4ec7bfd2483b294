/** CloudFormation and SAM templates in YAML and JSON. */
import { defineFormat, type ReadOptions, type Written } from '#core/formats/format.ts'
import { looksLikeJson, maxTemplate, readTextTree, tooLarge } from '#core/formats/text-tree.ts'
import { failed } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { fromTemplate } from './from-template.ts'
import { toTemplate } from './to-template.ts'
import { templateAfterEdits, writeBack } from './write-back.ts'
import { toYaml } from './yaml-text.ts'

const looksLikeTemplate = (text: string) =>
  /AWS::[A-Za-z0-9]+::/.test(text) ||
  /AWSTemplateFormatVersion/.test(text) ||
  /^(?:[^\S\n]|\{)*["']?Resources["']?\s*:/m.test(text)

const read =
  (format: string) =>
  (text: string, options: ReadOptions = {}) => {
    if (text.length > maxTemplate) return failed([{ message: tooLarge }])
    const tree = readTextTree(text)
    if (!tree.ok) return tree
    const { parameters = {}, around } = options
    const outer = around === undefined ? undefined : readTextTree(around)
    const given = Object.keys(parameters).length > 0 ? { parameters } : {}
    return fromTemplate(tree.value, { format, text, ...given }, outer?.ok ? outer.value.root : undefined)
  }

const isTemplate = (document: DesignDocument) => document.source?.format.startsWith('cloudformation') === true

/** The edited source where the design came from a template in this syntax, else a new text of the same content. */
const write =
  (format: string, print: (template: Parameters<typeof toYaml>[0]) => string) =>
  (document: DesignDocument): Written => {
    if (document.source?.format === format) {
      const written = writeBack(document)
      if (written) return written
    }
    if (isTemplate(document)) {
      const edited = templateAfterEdits(document)
      if (edited) return { text: print(edited.template), losses: edited.losses }
    }
    const { template, losses } = toTemplate(document)
    return { text: print(template), losses }
  }

export const cloudFormationYaml = defineFormat({
  id: 'cloudformation-yaml',
  label: 'CloudFormation (YAML)',
  family: 'cloudformation',
  commandName: 'cloudformation',
  syntax: 'yaml',
  fileNames: ['template.yaml', 'template.yml'],
  recognize: (text) => !looksLikeJson(text) && looksLikeTemplate(text),
  read: read('cloudformation-yaml'),
  write: write('cloudformation-yaml', (template) => `${toYaml(template)}\n`),
})

export const cloudFormationJson = defineFormat({
  id: 'cloudformation-json',
  label: 'CloudFormation (JSON)',
  family: 'cloudformation',
  syntax: 'json',
  fileNames: ['template.json'],
  recognize: (text) => looksLikeJson(text) && /"Resources"\s*:/.test(text) && looksLikeTemplate(text),
  read: read('cloudformation-json'),
  write: write('cloudformation-json', (template) => `${JSON.stringify(template, null, 2)}\n`),
})

/** Terraform configuration of the AWS provider's CloudFront resources, and what `terraform show -json` prints. */
import { defineFormat } from '#core/formats/format.ts'
import { isSame } from '#core/formats/same.ts'
import type { DesignDocument, Source } from '#core/model/document.ts'
import { fromHcl, fromTfJson } from './from-hcl.ts'
import { fromTerraformJson } from './from-json.ts'
import { optionsOf } from './given-values.ts'
import { isStateFile } from './state-file.ts'
import { isTfJson } from './tf-json.ts'
import { toTerraform } from './to-terraform.ts'
import { writeBack } from './write-back.ts'

const isJson = (text: string) =>
  (/^\s*\{/.test(text) && /"(planned_values|values)"/.test(text) && /"root_module"/.test(text)) ||
  isStateFile(text)
const isHcl = (text: string) =>
  !/^\s*\{/.test(text) && /^[^\S\n]*resource\s+"?aws_cloudfront_\w+"?\s+"?[\w-]+"?\s*\{/m.test(text)

/** JSON is another tool's to write, so it is kept as it is, or left for the native syntax. */
function isUnchangedJson({ resources }: DesignDocument, source: Source): boolean {
  if (!isTfJson(source.text)) return false
  const read = fromTfJson(source.text, optionsOf(source))
  return read.ok && isSame(read.value.document.resources, resources)
}

export const terraform = defineFormat({
  id: 'terraform',
  label: 'Terraform (HCL)',
  family: 'terraform',
  syntax: 'hcl',
  fileNames: ['main.tf'],
  recognize: (text) => isJson(text) || isTfJson(text) || isHcl(text),
  read: (text, options) => {
    if (isJson(text)) return fromTerraformJson(text)
    return isTfJson(text) ? fromTfJson(text, options) : fromHcl(text, options)
  },
  write: (document) => {
    const { source } = document
    const isOwn = source?.format === 'terraform' && isHcl(source.text.replace(/^\uFEFF/, ''))
    if (source?.format === 'terraform' && isUnchangedJson(document, source))
      return { text: source.text, losses: [] }
    return (isOwn ? writeBack(document, source) : undefined) ?? toTerraform(document)
  },
})

/** Terraform configuration of the AWS provider's CloudFront resources, and what `terraform show -json` prints. */
import { defineFormat } from '#core/formats/format.ts'
import { fromHcl } from './from-hcl.ts'
import { fromTerraformJson } from './from-json.ts'
import { isStateFile } from './state-file.ts'
import { toTerraform } from './to-terraform.ts'
import { writeBack } from './write-back.ts'

const isJson = (text: string) =>
  (/^\s*\{/.test(text) && /"(planned_values|values)"/.test(text) && /"root_module"/.test(text)) ||
  isStateFile(text)
const isHcl = (text: string) =>
  !/^\s*\{/.test(text) && /^\s*resource\s+"?aws_cloudfront_\w+"?\s+"?[\w-]+"?\s*\{/m.test(text)

export const terraform = defineFormat({
  id: 'terraform',
  label: 'Terraform (HCL)',
  family: 'terraform',
  syntax: 'hcl',
  fileNames: ['main.tf'],
  recognize: (text) => isJson(text) || isHcl(text),
  read: (text, options) => (isJson(text) ? fromTerraformJson(text) : fromHcl(text, options)),
  write: (document) => {
    const { source } = document
    const isOwn = source?.format === 'terraform' && isHcl(source.text.replace(/^\uFEFF/, ''))
    return (isOwn ? writeBack(document, source) : undefined) ?? toTerraform(document)
  },
})

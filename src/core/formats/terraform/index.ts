/** Terraform configuration of the AWS provider's CloudFront resources. */
import { defineFormat, type Format } from '#core/formats/format.ts'
import { toTerraform } from './to-terraform.ts'

export const terraform: Format = defineFormat({
  id: 'terraform',
  label: 'Terraform (HCL)',
  family: 'terraform',
  fileNames: ['main.tf'],
  write: toTerraform,
})

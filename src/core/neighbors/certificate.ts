/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html */
import { defineNeighbor } from './kind/kind.ts'
import { said } from './kind/terraform.ts'

export const certificate = defineNeighbor({
  id: 'certificate',
  label: 'Certificate',
  types: ['AWS::CertificateManager::Certificate'],
  parts: {},
  terraform: {
    aws_acm_certificate: {
      type: 'AWS::CertificateManager::Certificate',
      read: (block) => {
        const isImported = block.value('certificate_body') !== undefined
        return said({
          DomainName: block.value('domain_name'),
          SubjectAlternativeNames: block.value('subject_alternative_names'),
          // CloudFormation validates by mail unasked, Terraform does not.
          ValidationMethod: block.value('validation_method') ?? 'NONE',
          CertificateAuthorityArn: block.value('certificate_authority_arn'),
          ...(isImported && { DomainName: undefined }),
        })
      },
    },
  },
  matters: ({ config }) => ({
    Names: [config['DomainName'], config['SubjectAlternativeNames']].flat(),
    Validation: config['ValidationMethod'] ?? 'EMAIL',
    Authority: config['CertificateAuthorityArn'],
  }),
})

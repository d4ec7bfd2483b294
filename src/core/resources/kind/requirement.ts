/**
 * Fields without which the API or CloudFormation refuses a resource, in the document's own form. Left out: counts,
 * which writers derive, and what writers fill in (CallerReference and Comment, but for a DistributionConfig as it is).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_CloudFront.html
 */

/** The required fields of a structure, and what the structures in its fields require; lists stand for their items. */
export interface Requirement {
  readonly fields?: readonly string[]
  readonly within?: Readonly<Record<string, Requirement>>
}

/**
 * Resources whose outputs only a deployment knows: other stacks, custom resources, modules. What they give may be the
 * id of anything, so a reference to one of their outputs is an expression and never the resource itself.
 */
const open = new Set([
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Macro',
  'AWS::Serverless::Application',
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct',
  'AWS::SSM::Parameter',
])

export const givesAnything = (type: string): boolean =>
  open.has(type) || type.startsWith('Custom::') || type.endsWith('::MODULE')

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html */
const implicitApis = new Set(['ServerlessRestApi', 'ServerlessHttpApi'])
const generatedSuffix = /(?:Url|Role|Stage|DeploymentPreference)$/

/** True for the logical IDs of resources that the SAM transform makes beside a declared one. */
export const isGeneratedBySam = (id: string, typeOf: (id: string) => string): boolean =>
  implicitApis.has(id) || typeOf(id.replace(generatedSuffix, '')).startsWith('AWS::Serverless::')

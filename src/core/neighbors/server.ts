/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html */
import { defineNeighbor } from './kind/kind.ts'
import { renamed, said } from './kind/terraform.ts'

export const server = defineNeighbor({
  id: 'server',
  label: 'Server',
  types: ['AWS::EC2::Instance', 'AWS::ElasticBeanstalk::Environment', 'AWS::AppRunner::Service'],
  parts: {},
  terraform: {
    aws_instance: {
      type: 'AWS::EC2::Instance',
      read: (block) =>
        said({
          InstanceType: block.value('instance_type'),
          SecurityGroupIds: block.value('vpc_security_group_ids') ?? block.value('security_groups'),
        }),
    },
    aws_elastic_beanstalk_environment: {
      type: 'AWS::ElasticBeanstalk::Environment',
      read: renamed({ name: 'EnvironmentName', solution_stack_name: 'SolutionStackName' }),
    },
    aws_apprunner_service: {
      type: 'AWS::AppRunner::Service',
      read: renamed({ service_name: 'ServiceName' }),
    },
  },
  matters: ({ config }) => ({
    Name: config['EnvironmentName'] ?? config['ServiceName'],
    'Security groups': config['SecurityGroupIds'] ?? config['SecurityGroups'],
    Platform: config['SolutionStackName'] ?? config['PlatformArn'],
  }),
})

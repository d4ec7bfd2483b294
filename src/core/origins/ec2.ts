import { defineOrigin, server } from './kind/kind.ts'

/**
 * An instance by its public DNS name, which is made from its public address.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html
 */
export const ec2 = defineOrigin({
  id: 'ec2',
  label: 'EC2 instance',
  picture: 'server',
  matches: (host) => /^ec2-[0-9a-z-]+\.(compute-1|[a-z0-9-]+\.compute)\.amazonaws\.com(\.cn)?$/.test(host),
  examples: [
    'ec2-203-0-113-25.compute-1.amazonaws.com',
    'ec2-203-0-113-25.eu-west-1.compute.amazonaws.com',
    'ec2-203-0-113-25.cn-north-1.compute.amazonaws.com.cn',
  ],
  signing: null,
  isBucket: false,
  preset: {
    hint: 'under your own name, which its certificate covers',
    origin: { Id: 'instance', DomainName: 'server.example.com', ...server('https-only') },
    access: null,
  },
})

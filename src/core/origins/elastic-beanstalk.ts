import { defineOrigin, server } from './kind/kind.ts'

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudfront.html */
export const elasticBeanstalk = defineOrigin({
  id: 'elastic-beanstalk',
  label: 'Elastic Beanstalk',
  picture: 'balancer',
  matches: (host) => /\.elasticbeanstalk\.com(\.cn)?$/.test(host),
  examples: [
    'shop.eu-west-1.elasticbeanstalk.com',
    'shop.eba-a1b2c3d4.us-east-2.elasticbeanstalk.com',
    'shop.elasticbeanstalk.com',
  ],
  signing: null,
  isBucket: false,
  preset: {
    hint: 'an environment; HTTPS needs a listener and a name of your own',
    origin: { Id: 'environment', DomainName: 'app.example.com', ...server('https-only') },
    access: null,
  },
})

import { defineOrigin, server } from './kind/kind.ts'

export const loadBalancer = defineOrigin({
  id: 'load-balancer',
  label: 'Load balancer',
  picture: 'balancer',
  matches: (host) => /\.elb\.([a-z0-9-]+\.)?amazonaws\.com$|\.[a-z0-9-]+\.elb\.amazonaws\.com$/.test(host),
  examples: ['web-12345.eu-west-1.elb.amazonaws.com', 'net-12345.elb.eu-west-1.amazonaws.com'],
  signing: null,
  isBucket: false,
  preset: {
    hint: 'ALB or NLB',
    origin: { Id: 'load-balancer', DomainName: 'alb.example.com', ...server('https-only') },
    access: null,
  },
})

import { defineOrigin, server } from './kind/kind.ts'

export const loadBalancer = defineOrigin({
  id: 'load-balancer',
  label: 'Load balancer',
  picture: 'balancer',
  matches: (host) => /\.elb\.([a-z0-9-]+\.)?amazonaws\.com$|\.[a-z0-9-]+\.elb\.amazonaws\.com$/.test(host),
  signing: null,
  isBucket: false,
  preset: {
    hint: 'ALB or NLB',
    origin: { Id: 'load-balancer', DomainName: 'alb.example.com', ...server('https-only') },
    access: null,
  },
})

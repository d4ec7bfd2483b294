/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html */
import { find, isHit, isMiss, predict, type Sent, send, type Tutorial } from '#core/gallery/tutorial.ts'

const anna = { url: 'https://anna.example.com/assets/app.js' }
const bakery = { url: 'https://bakery.example.com/assets/app.js' }
const of =
  ({ url }: { readonly url: string }, isSo: (sent: Sent) => boolean) =>
  (sent: readonly Sent[]) =>
    sent.some((one) => one.request.url === url && isSo(one))

export const oneForAll: Tutorial = {
  example: 'multi-tenant',
  title: 'One configuration, many customers',
  distribution: 'Platform',
  steps: [
    send({
      id: 'anna',
      title: 'A customer’s name',
      text: 'The distribution answers to no name of its own; its tenants do. Write the whole URL.',
      task: `Send GET ${anna.url}`,
      until: of(anna, ({ result }) =>
        result.originRequests.some(({ host }) => host === 'anna.app.example.com'),
      ),
      solution: [{ send: anna }],
      lesson: 'The origin was anna.app.example.com: {{customer}} was filled in.',
    }),
    find({
      id: 'tenant',
      title: 'Where the value comes from',
      text: 'Each tenant gives the parameters of the distribution their values.',
      task: 'Select the tenant “Anna” in the outline.',
      path: ['resources', 'Anna', 'config'],
      lesson: 'Its domain and the value of “customer”. Everything else is shared.',
    }),
    predict({
      id: 'shared',
      title: 'Do they share the cache?',
      text: 'The bakery asks for the same path under its own name. Hit or miss?',
      at: { node: 'Platform/origin/app' },
      choices: [
        { text: 'A hit: one distribution, one cache', why: 'Then the bakery would see Anna’s files.' },
        { text: 'A miss', why: 'What is kept for one tenant is never served to another.', isRight: true },
      ],
    }),
    send({
      id: 'bakery',
      title: 'See whether it is so',
      text: 'First Anna’s, twice, then the bakery’s.',
      task: `Send ${anna.url} twice, then ${bakery.url}`,
      until: (sent) => of(anna, isHit)(sent) && of(bakery, isMiss)(sent),
      solution: [{ send: anna }, { send: anna }, { send: bakery }],
      lesson: 'A hit for Anna, a miss for the bakery, from another server.',
    }),
  ],
  end: 'A tenant is a name and a few values. What holds for all customers is changed in one place.',
}

/** The first steps on an empty design: a tutorial that stands in no example, from the first origin to something to ship. */
import { addBehavior } from '#core/edits/behaviors.ts'
import { addOrigin } from '#core/edits/origins.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { change, send, type Tutorial, visit } from './tutorial.ts'

/** True where an origin is more than what a new distribution begins with. */
const hasOrigin = (document: DesignDocument) =>
  distributionsIn(document).some(({ config: { Origins: origins = [] } }) =>
    origins.some((origin) => !('DomainName' in origin) || origin.DomainName !== 'origin.example.com'),
  )
const hasBehavior = (document: DesignDocument) =>
  distributionsIn(document).some(({ config }) => (config.CacheBehaviors?.length ?? 0) > 0)
const siteIn = (document: DesignDocument) => distributionsIn(document)[0]?.id ?? ''

export const firstSteps: Tutorial = {
  example: 'first-steps',
  title: 'First steps',
  distribution: 'Distribution',
  steps: [
    change({
      id: 'origin',
      title: 'Say where the content is',
      text: 'An origin is an S3 bucket, a load balancer, an API, any HTTP server. Drag it from the palette, click it, or type its name and press Enter.',
      at: { part: 'palette' },
      task: 'Add an origin.',
      until: hasOrigin,
      solution: [
        {
          edit: (document) =>
            addOrigin(document, siteIn(document), { Id: 'web', DomainName: 'www.example.org' }).edit,
        },
      ],
      lesson: 'Click it to set its host on the right. What you leave as it is stays marked as a sample.',
    }),
    change({
      id: 'behavior',
      title: 'Decide which path goes where',
      text: 'A cache behavior takes the paths that match its pattern to an origin. The first pattern that matches wins; the default takes the rest.',
      at: { part: 'palette' },
      task: 'Add a cache behavior, and give it a path pattern.',
      until: hasBehavior,
      solution: [{ edit: (document) => addBehavior(document, siteIn(document)).edit }],
      lesson: 'Drag the dot at its right to another origin, or tap the dot and then the origin.',
    }),
    visit({
      id: 'problems',
      place: 'problems',
      title: 'See what CloudFront would refuse',
      text: 'Problems are found while you draw. Each leads to its field and says why it matters, and many can be fixed for you.',
      at: { part: 'problems' },
      task: 'Open the problems.',
      shown: 'problems',
      lesson: 'F8 goes to the next problem from anywhere.',
    }),
    send({
      id: 'request',
      title: 'Send a request through it',
      text: 'The trace tells what each stage does with a request, what is cached and why. The drawing lights up its way.',
      task: 'Send any request.',
      until: (sent) => sent.length > 0,
      solution: [{ send: { url: '/' } }],
      lesson: 'Send it once more: the second one is answered from the cache, or the story says why not.',
    }),
    visit({
      id: 'export',
      place: 'drawing',
      title: 'Take it with you',
      text: 'A CloudFormation template, Terraform, CDK or a picture. Share makes a link, and Ship applies the design to an account.',
      at: { part: 'export' },
      task: 'Open Export.',
      shown: 'export',
      lesson: 'Nothing is written before you choose it.',
    }),
  ],
  end: 'That is the whole way: draw, check, trace, take along. Ctrl+K finds everything else by its name.',
}

/** The first steps: from an empty design to something that can be shipped, each with the place where it is done. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { showDialog, showPanel } from '#state/session.ts'

export interface FirstStep {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly go: () => void
  /** True once the design has what the step is about; absent where nothing of the design tells. */
  readonly isDone?: (document: DesignDocument) => boolean
}

/** True where an origin is more than what a new distribution begins with. */
const hasOrigin = (document: DesignDocument) =>
  distributionsIn(document).some(({ config: { Origins: origins = [] } }) =>
    origins.some((origin) => !('DomainName' in origin) || origin.DomainName !== 'origin.example.com'),
  )
const hasBehavior = (document: DesignDocument) =>
  distributionsIn(document).some(({ config }) => (config.CacheBehaviors?.length ?? 0) > 0)

const focusPalette = () => document.querySelector<HTMLElement>('[aria-label="Palette"] input')?.focus()

export const firstSteps: readonly FirstStep[] = [
  {
    title: 'Say where the content is',
    text: 'Add an origin: an S3 bucket, a load balancer, an API, any HTTP server. Drag it from the palette, click it, or type its name and press Enter.',
    action: 'Go to the palette',
    go: focusPalette,
    isDone: hasOrigin,
  },
  {
    title: 'Decide which path goes where',
    text: 'Add a cache behavior and give it a path pattern. Drag its right dot to an origin, or tap the dot and then the origin. The first pattern that matches wins.',
    action: 'Go to the palette',
    go: focusPalette,
    isDone: hasBehavior,
  },
  {
    title: 'See what CloudFront would refuse',
    text: 'Problems are found while you draw. Each leads to its field and says why it matters, and many can be fixed for you. F8 goes to the next one.',
    action: 'Show the problems',
    go: () => showPanel('problems'),
  },
  {
    title: 'Send a request through it',
    text: 'The trace tells what each stage does with a request, what is cached and why. The canvas lights up its path.',
    action: 'Trace a request',
    go: () => showPanel('trace'),
  },
  {
    title: 'Take it with you',
    text: 'Export a CloudFormation template, Terraform or CDK, share a link, or apply it to an account under “Ship”. Ctrl+K finds everything else.',
    action: 'Export',
    go: () => showDialog('export'),
  },
]

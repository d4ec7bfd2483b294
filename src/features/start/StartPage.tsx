import { CloudDownload, FolderOpen, GraduationCap, Plus } from 'lucide-react'
import { addDistribution } from '#core/edits/resources.ts'
import { type Example, exampleGroups, gallery, stemOf } from '#core/gallery/gallery.ts'
import { emptyDesign } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { openDesign } from '#state/design.ts'
import { openText } from '#state/files.ts'
import { dismissFirstSteps, lastFirstStep, showFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { announce, showDialog } from '#state/session.ts'
import { beginExample, useTutorials } from '#state/tutorial.ts'
import { Button } from '#ui/Button.tsx'
import { useScreen } from '#ui/use-screen.ts'
import { Sketch } from './Sketch.tsx'
import styles from './start.module.css'
import { YourDesigns } from './YourDesigns.tsx'

/** The saved traces of an example; they name its file, which is open. */
async function scenariosOf(example: Example): Promise<readonly Scenario[]> {
  const answer = await fetch(`./recipes/${stemOf(example)}.scenarios.json`)
  const { parseScenarios } = await import('#core/trace/scenario/scenario.ts')
  const parsed = parseScenarios(answer.ok ? await answer.text() : '')
  return parsed.ok ? parsed.value.map(({ source: _, ...scenario }) => scenario) : []
}

async function openExample(example: Example): Promise<void> {
  const { file, title } = example
  const answer = await fetch(`./examples/${file}`)
  const opened = answer.ok
    ? await openText(title, await answer.text(), await scenariosOf(example))
    : undefined
  if (opened?.ok) beginExample(stemOf(example))
  else announce(`The example “${title}” could not be opened.`)
}

const startBlank = () =>
  openDesign(
    crypto.randomUUID(),
    'Untitled design',
    applyEdit(emptyDesign, addDistribution(emptyDesign).edit),
  )

/** The way into the first steps, until they were done or are not wanted. */
function OfferFirstSteps() {
  const isDismissed = useFirstSteps((steps) => steps.isDismissed)
  const step = useTutorials(lastFirstStep)
  // They are about drawing, for which a phone has no room.
  const isPhone = useScreen() === 'phone'
  if (isDismissed || isPhone) return null
  return (
    <div className={styles['offer']}>
      <span>{step === 1 ? 'New here?' : 'You have started the first steps.'}</span>
      <Button
        onPress={() => {
          startBlank()
          showFirstSteps()
        }}
      >
        {step === 1 ? 'First steps, on a new design' : `Go on with step ${step}, on a new design`}
      </Button>
      <Button kind="quiet" onPress={dismissFirstSteps}>
        No thanks
      </Button>
    </div>
  )
}

const Cards = ({ title, examples }: { readonly title: string; readonly examples: readonly Example[] }) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    <div className={styles['cards']}>
      {examples.map((example) => (
        <button
          type="button"
          key={example.file}
          className={styles['card']}
          onClick={() => void openExample(example)}
        >
          <Sketch sketch={example.sketch} />
          <b>{example.title}</b>
          <span>{example.about}</span>
          <span className={styles['tutorial']}>
            <GraduationCap size={13} aria-hidden /> {example.tutorial}
          </span>
        </button>
      ))}
    </div>
  </section>
)

/** Where a person begins: a blank design, an own file, one of the last designs, or an example. */
export function StartPage() {
  return (
    <main className={styles['scroller']} aria-label="Start">
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <h1>Design CloudFront distributions and see what they do</h1>
          <p>
            Draw a distribution or open a template, see what CloudFront would refuse, send requests through
            it, export it, apply it. Nothing leaves this browser unless you say so.
          </p>
          <div className={styles['actions']}>
            <Button kind="primary" icon={<Plus size={15} aria-hidden />} onPress={startBlank}>
              New design
            </Button>
            <Button icon={<FolderOpen size={15} aria-hidden />} onPress={() => showDialog('open')}>
              Open a template
            </Button>
            <Button icon={<CloudDownload size={15} aria-hidden />} onPress={() => showDialog('import')}>
              Import from the account
            </Button>
          </div>
          <OfferFirstSteps />
        </div>
        <YourDesigns />
        {Object.entries(exampleGroups).map(([group, title]) => (
          <Cards
            key={group}
            title={`Examples: ${title}`}
            examples={gallery.filter((example) => example.group === group)}
          />
        ))}
      </div>
    </main>
  )
}

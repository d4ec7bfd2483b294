import { CloudDownload, FolderOpen, Plus } from 'lucide-react'
import { addDistribution } from '#core/edits/resources.ts'
import { emptyDesign } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { openDesign } from '#state/design.ts'
import { openText } from '#state/files.ts'
import { dismissFirstSteps, showFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { announce, showDialog } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { gallery } from './gallery.ts'
import { Sketch } from './Sketch.tsx'
import styles from './start.module.css'
import { YourDesigns } from './YourDesigns.tsx'

async function openExample(file: string, title: string): Promise<void> {
  const answer = await fetch(`./examples/${file}`)
  const opened = answer.ok ? await openText(title, await answer.text()) : undefined
  if (!opened?.ok) announce(`The example “${title}” could not be opened.`)
}

const startBlank = () =>
  openDesign(
    crypto.randomUUID(),
    'Untitled design',
    applyEdit(emptyDesign, addDistribution(emptyDesign).edit),
  )

/** The way into the first steps, until they were done or are not wanted. */
function OfferFirstSteps() {
  const { step, isDismissed } = useFirstSteps()
  if (isDismissed) return null
  return (
    <div className={styles['offer']}>
      <span>{step === 0 ? 'New here?' : 'You have begun the first steps.'}</span>
      <Button
        onPress={() => {
          startBlank()
          showFirstSteps()
        }}
      >
        {step === 0 ? 'First steps, on a new design' : `Go on with step ${step + 1}, on a new design`}
      </Button>
      <Button kind="quiet" onPress={dismissFirstSteps}>
        No, thank you
      </Button>
    </div>
  )
}

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
        <section aria-label="Examples">
          <h2>Examples</h2>
          <div className={styles['cards']}>
            {gallery.map(({ file, title, about, sketch }) => (
              <button
                type="button"
                key={file}
                className={styles['card']}
                onClick={() => void openExample(file, title)}
              >
                <Sketch sketch={sketch} />
                <b>{title}</b>
                <span>{about}</span>
              </button>
            ))}
          </div>
        </section>
      </div>
    </main>
  )
}

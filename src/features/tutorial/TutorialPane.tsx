import { ArrowRight, Check, Lightbulb, MapPin, Wand2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { gallery, stemOf } from '#core/gallery/gallery.ts'
import type { Step, Tutorial } from '#core/gallery/tutorial.ts'
import { tutorialOf } from '#core/gallery/tutorials/index.ts'
import { useDocument } from '#state/design.ts'
import { dismissFirstSteps, firstStepsName, ledToFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { announce, showPanel, useSession } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import {
  answerStep,
  beginAgain,
  goToTutorialStep,
  markDone,
  type Progress,
  readWorld,
  showTutorial,
  solveStep,
  useProgress,
} from '#state/tutorial.ts'
import { Button } from '#ui/Button.tsx'
import { leadTo, showPlaceOf, spotlight } from './spotlight.ts'
import styles from './tutorial.module.css'

/** The first steps stand in no example, so that nothing comes before them. */
const isFirst = ({ example }: Tutorial) => example === firstStepsName

/** Whether a step is done now; what was done once stays so. */
function useDone(step: Step, { done }: Progress): boolean {
  useDocument()
  useTrace()
  useSession((session) => session.selection)
  useSession((session) => session.dialog ?? session.panel)
  const isDone = done.includes(step.id) || step.isDone(readWorld())
  useEffect(() => {
    if (isDone) markDone(step)
  }, [isDone, step])
  return isDone
}

function Question({ step, answers }: { readonly step: Step } & Pick<Progress, 'answers'>) {
  const { choices = [], id, isDone } = step
  const chosen = answers[id]
  const isRight = chosen !== undefined && isDone({ ...readWorld(), answers })
  return (
    <fieldset className={styles['question']}>
      <legend>What do you think?</legend>
      {choices.map(({ text }, index) => (
        <label key={text}>
          <input
            type="radio"
            name={`tutorial-${id}`}
            checked={chosen === index}
            onChange={() => answerStep(step, index)}
          />
          <span>{text}</span>
        </label>
      ))}
      <p role="status" className={styles['why']} data-right={isRight}>
        {chosen !== undefined && !isRight && `Not quite. ${choices[chosen]?.why ?? ''}`}
      </p>
    </fieldset>
  )
}

/** Goes on, and takes the keyboard along. */
function goOn(at: number, steps: readonly Step[]): void {
  const next = steps[at - 1]
  if (next) showPlaceOf(next)
  goToTutorialStep(at)
}

interface WaysProps {
  readonly step: Step
  readonly at: number
  readonly tutorial: Tutorial
  readonly isDone: boolean
}

function Ways({ step, at, tutorial, isDone }: WaysProps) {
  const { steps } = tutorial
  return (
    <div className={styles['ways']}>
      {(at > 1 || !isFirst(tutorial)) && <Button onPress={() => goToTutorialStep(at - 1)}>Back</Button>}
      <span className={styles['spring']} />
      {isDone ? (
        <Button
          kind="primary"
          icon={<ArrowRight size={14} aria-hidden />}
          shortcut="Alt+N"
          onPress={() => goOn(at + 1, steps)}
        >
          {at === steps.length ? 'Finish' : 'Next'}
        </Button>
      ) : (
        <>
          <Button icon={<Wand2 size={14} aria-hidden />} onPress={() => void solveStep(tutorial, step)}>
            Do it for me
          </Button>
          <Button kind="quiet" onPress={() => goOn(at + 1, steps)}>
            Skip
          </Button>
        </>
      )}
    </div>
  )
}

function StepView({ step, tutorial, progress }: { step: Step; tutorial: Tutorial; progress: Progress }) {
  const isDone = useDone(step, progress)
  const { at, title, text, task, lesson, choices } = step
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a step points at is part of the step
  useEffect(() => (at ? spotlight(at) : undefined), [step])
  return (
    <>
      <Heading>{title}</Heading>
      <p>{text}</p>
      {choices ? (
        <Question step={step} answers={progress.answers} />
      ) : (
        <p className={styles['task']} data-done={isDone}>
          {isDone ? <Check size={15} aria-hidden /> : <ArrowRight size={15} aria-hidden />}
          <span>{task}</span>
        </p>
      )}
      {at && !isDone && (
        <div>
          <Button icon={<MapPin size={14} aria-hidden />} onPress={() => leadTo(step)}>
            Show me where
          </Button>
        </div>
      )}
      <div role="status">
        {isDone && (
          <p className={styles['lesson']}>
            <Lightbulb size={15} aria-hidden />
            <span>
              <b>Done.</b> {lesson}
            </span>
          </p>
        )}
      </div>
      <Ways step={step} at={progress.at} tutorial={tutorial} isDone={isDone} />
    </>
  )
}

/** The heading of what has just come into sight gets the focus, so that the keyboard goes on from there. */
function Heading({ children }: { readonly children: string }) {
  return (
    <h2 tabIndex={-1} className={styles['title']} data-tutorial-title="">
      {children}
    </h2>
  )
}

function About({ example, tutorial }: { readonly example: string; readonly tutorial: Tutorial }) {
  const { title = '', shows = '' } = gallery.find((one) => stemOf(one) === example) ?? {}
  const count = useDocument().scenarios.length
  return (
    <>
      <Heading>{`What “${title}” shows`}</Heading>
      <p>{shows}</p>
      <p className={styles['muted']}>
        It is yours to change: this is a copy. Its saved{' '}
        {count === 1 ? 'trace shows' : `${count} traces show`} that it works; each edit tries{' '}
        {count === 1 ? 'it' : 'them'} again, under Tests in the trace.
      </p>
      <div className={styles['offer']}>
        <b>{tutorial.title}</b>
        <span className={styles['muted']}>
          A tutorial of {tutorial.steps.length} steps, about five minutes. F6 or Alt+N leads back here from
          anywhere.
        </span>
        <Button kind="primary" onPress={() => goOn(1, tutorial.steps)}>
          Begin the tutorial
        </Button>
      </div>
      <div>
        <Button onPress={() => showPanel('trace')}>Trace a request</Button>
      </div>
    </>
  )
}

function End({ tutorial }: { readonly tutorial: Tutorial }) {
  return (
    <>
      <Heading>You have come to the end</Heading>
      <p className={styles['lesson']}>
        <Lightbulb size={15} aria-hidden />
        <span>{tutorial.end}</span>
      </p>
      <p className={styles['muted']}>The start page has a tutorial in each of its examples.</p>
      <div className={styles['ways']}>
        <Button onPress={beginAgain}>Begin again</Button>
        <span className={styles['spring']} />
        <Button
          kind="primary"
          onPress={() => {
            if (isFirst(tutorial)) dismissFirstSteps()
            showTutorial(false)
          }}
        >
          Close
        </Button>
      </div>
    </>
  )
}

/** Puts the keyboard on the heading of each step that a person went to; a page that has just been opened keeps its focus. */
function useLedHeading(at: number) {
  const pane = useRef<HTMLElement>(null)
  const before = useRef(at)
  const isAsked = useFirstSteps((steps) => steps.isAsked)
  useEffect(() => {
    if (before.current === at && !isAsked) return
    before.current = at
    ledToFirstSteps()
    pane.current?.querySelector<HTMLElement>('[data-tutorial-title]')?.focus()
    pane.current?.scrollTo({ top: 0 })
  }, [at, isAsked])
  return pane
}

/** The open example speaks: what it shows, and its tutorial, beside everything that it speaks of. */
export function TutorialPane() {
  const progress = useProgress()
  const pane = useLedHeading(progress?.at ?? 0)
  const tutorial = progress && tutorialOf(progress.example)
  if (!progress?.isShown || !tutorial) return null
  const { at, example } = progress
  const { steps } = tutorial
  const step = steps[at - 1]
  return (
    <section
      ref={pane}
      className={styles['pane']}
      data-pane="tutorial"
      tabIndex={-1}
      aria-label={isFirst(tutorial) ? tutorial.title : 'Tutorial'}
    >
      <div className={styles['head']}>
        <span className={styles['muted']}>
          {step ? `Step ${at} of ${steps.length}` : at === 0 ? 'About this example' : tutorial.title}
        </span>
        <Button
          kind="quiet"
          label={isFirst(tutorial) ? 'Put the first steps away' : 'Put the tutorial away'}
          icon={<X size={14} aria-hidden />}
          onPress={() => {
            showTutorial(false)
            announce('The tutorial goes on where you left it: the button in the bar, or Alt+N.')
          }}
        />
      </div>
      {step && (
        <progress
          className={styles['progress']}
          max={steps.length}
          value={progress.done.length}
          aria-label="Steps done"
        />
      )}
      <div className={styles['told']}>
        {step && <StepView key={step.id} step={step} tutorial={tutorial} progress={progress} />}
        {at === 0 && <About example={example} tutorial={tutorial} />}
        {at > steps.length && <End tutorial={tutorial} />}
      </div>
    </section>
  )
}

import { Braces, Copy, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { duplicateSelected, removeSelected, selectedPaths } from '#commands/actions.ts'
import { setAt } from '#core/model/edit.ts'
import { isSamePath, isWithin, type Path, valueAt } from '#core/model/path.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { commit, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { select, useSession } from '#state/session.ts'
import { remedyPlace } from '#things/remedy-place.ts'
import { type Thing, thingAt } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import { Bulk } from './Bulk.tsx'
import { FieldProblems } from './FieldRow.tsx'
import { focusField } from './focus-field.ts'
import styles from './inspector.module.css'
import { Matters } from './Matters.tsx'
import { Note } from './Note.tsx'
import { OtherFields } from './OtherFields.tsx'
import { Parsed } from './Parsed.tsx'
import { Sections } from './Sections.tsx'
import { textForm } from './text-forms.ts'
import { UsedBy } from './UsedBy.tsx'
import { useExpressions } from './use-expressions.ts'

function Head({
  thing,
  isRaw,
  onRaw,
}: {
  readonly thing: Thing
  readonly isRaw: boolean
  readonly onRaw: () => void
}) {
  return (
    <div className={styles['head']}>
      <div>
        <div className={styles['kind']}>{thing.kindLabel}</div>
        <h2 className={styles['title']} tabIndex={-1}>
          {thing.title}
        </h2>
      </div>
      <div className={styles['actions']}>
        {!thing.isReadOnly && (
          <>
            <Button
              kind="quiet"
              label={isRaw ? 'Show the form' : 'Show it as JSON'}
              icon={<Braces size={15} aria-hidden />}
              onPress={onRaw}
            />
            <Button
              kind="quiet"
              label="Duplicate"
              shortcut="Ctrl+D"
              icon={<Copy size={15} aria-hidden />}
              onPress={duplicateSelected}
            />
          </>
        )}
        {thing.isRemovable && (
          <Button
            kind="quiet"
            label="Remove"
            icon={<Trash2 size={15} aria-hidden />}
            onPress={removeSelected}
          />
        )}
        <Button
          kind="quiet"
          label="Close the inspector"
          icon={<X size={15} aria-hidden />}
          onPress={() => select(undefined)}
        />
      </div>
    </div>
  )
}

const Hint = () => (
  <section className={styles['panel']} aria-label="Inspector">
    <p className={styles['muted']}>
      Select a node, a problem or an entry of the outline to see its settings.
    </p>
    <p className={styles['muted']}>
      <kbd>Ctrl+K</kbd> finds everything that can be done, <kbd>?</kbd> shows the keys.
    </p>
  </section>
)

/** A problem of a structure whose fields alone are shown, at the first of these. */
function atField(problem: Problem, thing: Thing, shown: readonly Path[]): Problem {
  const { path } = problem
  if (path.length <= thing.path.length || shown.some((field) => isWithin(path, field))) return problem
  const first = shown.find((field) => isWithin(field, path))
  return first ? { ...problem, path: first } : problem
}

/** The form of what is selected; without a selection, how to begin. */
export function Inspector() {
  const document = useDocument()
  const selection = useSession((session) => session.selection)
  const marked = useSession((session) => session.marked)
  const focus = useSession((session) => session.focus)
  const problems = useProblems((state) => state.problems)
  const [rawFor, setRawFor] = useState<string | undefined>(undefined)
  const panel = useRef<HTMLElement>(null)
  /** What has led to its field already. */
  const led = useRef<typeof focus>(undefined)
  const thing = thingAt(document, selection)
  const place = thing?.path.join('/')
  const expressions = useExpressions(document, thing)
  const isRaw = rawFor !== undefined && rawFor === place

  // `focus` is a new object each time that something leads here, also to the same field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when it is asked for, not when the design changes
  useEffect(() => {
    if (!focus || !panel.current || !thing || led.current === focus) return
    // The form has the field; the text has not.
    if (isRaw && focus.path.length > thing.path.length) {
      setRawFor(undefined)
      return
    }
    led.current = focus
    return focusField(panel.current, focus.path, thing.path)
  }, [focus, isRaw])

  if (marked.length > 1) return <Bulk document={document} paths={selectedPaths()} />
  if (!thing) return <Hint />
  const shown = thing.sections.flatMap(({ fields }) => fields.map(({ path }) => [...thing.path, ...path]))
  const own = problems.filter(({ path }) => {
    const its = isWithin(path, thing.path) ? thingAt(document, path) : undefined
    return its !== undefined && isSamePath(its.path, thing.path)
  })
  const placed = own.map((problem) =>
    atField({ ...problem, path: remedyPlace(document, problem, thing.path) }, thing, shown),
  )
  const loose = placed.filter(({ path }) => !shown.some((field) => isWithin(path, field)))
  return (
    <section className={styles['panel']} aria-label="Inspector" ref={panel}>
      <Head thing={thing} isRaw={isRaw} onRaw={() => setRawFor(isRaw ? undefined : place)} />
      <FieldProblems problems={loose} />
      {isRaw ? (
        <Parsed
          key={place}
          label="The settings as JSON"
          value={valueAt(document, thing.path)}
          form={textForm('json', undefined)}
          onChange={(next) => {
            if (typeof next === 'object' && next !== null)
              commit(setAt(thing.path, next, `Edit “${thing.title}” as JSON`))
          }}
        />
      ) : (
        <>
          <UsedBy document={document} thing={thing} />
          <Sections
            document={document}
            thing={thing}
            problems={placed}
            expressions={expressions}
            focus={focus}
          />
          <Matters document={document} thing={thing} />
          {!thing.isReadOnly && <OtherFields document={document} thing={thing} />}
          <Note document={document} path={thing.path} />
        </>
      )}
    </section>
  )
}

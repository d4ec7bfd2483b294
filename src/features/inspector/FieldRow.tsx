import { BookOpen, RotateCcw } from 'lucide-react'
import { memo } from 'react'
import { renameTarget } from '#core/edits/origins.ts'
import { setWhole } from '#core/edits/whole-structures.ts'
import { inSentence } from '#core/ground/in-sentence.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression, known, knownItems } from '#core/model/field.ts'
import { isSamePath, isWithin, type Path, toPointer, valueAt } from '#core/model/path.ts'
import { isSampleHost } from '#core/origins/kind/samples.ts'
import type { ChoiceKind } from '#core/plan/account-choices.ts'
import type { FormField } from '#core/resources/kind/form-field.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { makeSafeFix, reviewFix } from '#state/fix-review.ts'
import { factsOf, fieldPage } from '#things/field-facts.ts'
import type { Thing } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SwitchInput } from '#ui/fields.tsx'
import { Behind } from './Behind.tsx'
import { Control } from './controls.tsx'
import { FromAccount, fromAccount } from './FromAccount.tsx'
import { pageKey, resetKey } from './field-commands.ts'
import styles from './inspector.module.css'
import { Leads } from './Leads.tsx'

/** Problems of one field with the ways to mend them. */
export function FieldProblems({ problems }: { readonly problems: readonly Problem[] }) {
  return problems.map((problem) => {
    const { fix, suggestions = [] } = problem
    return (
      <div
        key={`${problem.rule.id} ${problem.message}`}
        className={`${styles['problem']} ${styles[problem.severity]}`}
      >
        {problem.message}
        {(fix || suggestions.length > 0) && (
          <div className={styles['actions']}>
            {fix && <Button onPress={() => void makeSafeFix(fix, problem.rule.mends)}>{fix.label}</Button>}
            {suggestions.map((edit) => (
              <Button key={edit.label} onPress={() => void reviewFix(edit)}>
                {edit.label}…
              </Button>
            ))}
          </div>
        )}
      </div>
    )
  })
}

/** Without these a thing is not a whole one; they cannot be reset. */
const needed = new Set(['Id', 'PathPattern', 'TargetOriginId', 'Name', 'DomainName', 'Enabled'])

function Aside({
  thing,
  field,
  isSet,
  onReset,
}: {
  readonly thing: Thing
  readonly field: FormField
  readonly isSet: boolean
  readonly onReset: () => void
}) {
  const page = fieldPage(thing.shape, field.path)
  const { unit } = factsOf(field.path)
  return (
    <span className={styles['aside']}>
      {unit && (
        <span className={styles['unit']}>
          {field.kind.is === 'seconds' ? `${unit}, or 5m, 2h, 1d` : unit}
        </span>
      )}
      {isSet && !needed.has(field.path[0] ?? '') && (
        <Button
          kind="quiet"
          label="Reset to default"
          shortcut={resetKey}
          isPassed
          icon={<RotateCcw size={12} aria-hidden />}
          onPress={onReset}
        />
      )}
      {page && (
        <a
          className={styles['page']}
          href={page}
          target="_blank"
          rel="noreferrer"
          tabIndex={-1}
          aria-keyshortcuts={pageKey}
          title={`AWS page of ${field.label}  ${pageKey}`}
        >
          <BookOpen size={13} aria-hidden />
        </a>
      )}
    </span>
  )
}

interface RowProps {
  readonly document: DesignDocument
  readonly thing: Thing
  readonly field: FormField
  readonly problems: readonly Problem[]
  /** The expression of the template that gave the value. */
  readonly behind?: string | undefined
}

/** Kinds of fields whose controls show the value alone; the others offer what the rest of the design holds. */
const standAlone = new Set([
  'text',
  'area',
  'number',
  'switch',
  'seconds',
  'choice',
  'lines',
  'numbers',
  'json',
  'methods',
  'set',
  'countries',
  'items',
])

const problemsOf = ({ thing, field, problems }: RowProps) =>
  problems
    .filter(({ path }) => isWithin(path, [...thing.path, ...field.path]))
    .map(({ rule, message }) => `${rule.id} ${message}`)
    .join('\n')

/** True where a row would look the same: each key that is typed makes another document, but one value differs. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  const path = [...after.thing.path, ...after.field.path]
  return (
    before.field === after.field &&
    before.behind === after.behind &&
    standAlone.has(after.field.kind.is) &&
    isSamePath(before.thing.path, after.thing.path) &&
    valueAt(before.document, path) === valueAt(after.document, path) &&
    problemsOf(before) === problemsOf(after)
  )
}

const aliasesOf = (document: DesignDocument, owner: string): readonly string[] =>
  knownItems(distributionsIn(document).find(({ id }) => id === owner)?.config.Aliases)

/** What of the account can stand in a field; a bucket only where the origin is one. */
function offeredFor(
  document: DesignDocument,
  { shape, path }: Thing,
  field: FormField,
): ChoiceKind | undefined {
  const kind = fromAccount[field.path.join('.')]
  if (kind !== 'buckets') return kind
  return shape === 'Origin' && valueAt(document, [...path, 'S3OriginConfig']) !== undefined ? kind : undefined
}

/** True for the name that a new origin begins with. */
const isSampleIn = ({ shape }: Thing, { path }: FormField, value: unknown): boolean =>
  shape === 'Origin' && path[0] === 'DomainName' && isSampleHost(value)

/** What stands below a field and in it where it is empty; `sample` is what a new thing has there. */
function wordsBeside(field: FormField, sample: unknown): { help: string; placeholder: string | undefined } {
  const { bounds, default: otherwise } = factsOf(field.path)
  const help = [
    sample !== undefined && 'Not set yet.',
    field.help,
    bounds && `${bounds[0]?.toUpperCase()}${bounds.slice(1)}.`,
  ]
  return {
    help: help.filter(Boolean).join(' '),
    placeholder:
      sample === undefined
        ? (field.placeholder ?? (otherwise && `Default: ${otherwise}`))
        : `Like ${String(sample)}`,
  }
}

/** One field of a form: its label with unit and AWS page, its control, what holds where it is not set, its problems. */
export const FieldRow = memo(function FieldRow({ document, thing, field, problems, behind }: RowProps) {
  const path: Path = [...thing.path, ...field.path]
  const stored = valueAt(document, path)
  const isSample = isSampleIn(thing, field, stored)
  // A sample is no value: it stands where the value is to be written.
  const value = isSample ? undefined : stored
  const own = problems.filter((problem) => isWithin(problem.path, path))
  const kindOfAccount = offeredFor(document, thing, field)
  const change = (next: unknown) => {
    const isRename = field.isName === true && typeof value === 'string' && typeof next === 'string'
    commit(
      isRename
        ? renameTarget(currentDocument(), thing.owner, thing.path, value, next)
        : setWhole(currentDocument(), thing.path, path, next, `Change ${inSentence(field.label)}`),
    )
  }
  const reset = () => {
    const label = `Reset ${inSentence(field.label)}`
    commit({ ...setWhole(currentDocument(), thing.path, path, undefined, label), mergeKey: '' })
    announceEdit({ label })
  }
  const aside = <Aside thing={thing} field={field} isSet={value !== undefined} onReset={reset} />
  const { help, placeholder } = wordsBeside(field, isSample ? stored : undefined)
  if (field.kind.is === 'switch' && !isExpression(value))
    return (
      <div data-path={toPointer(path)}>
        <div className={styles['switchRow']}>
          <SwitchInput label={field.label} value={known(value) === true} onChange={change} />
          {aside}
        </div>
        {help !== '' && <div className={styles['origin']}>{help}</div>}
        {behind !== undefined && <Behind expression={behind} path={path} label={field.label} />}
        <FieldProblems problems={own} />
      </div>
    )
  return (
    <div data-path={toPointer(path)}>
      <Field label={field.label} help={help === '' ? undefined : help} aside={aside}>
        {(id, describedBy) => (
          <Control
            key={toPointer(path)}
            id={id}
            describedBy={describedBy}
            document={document}
            owner={thing.owner}
            label={field.label}
            kind={field.kind.is === 'switch' ? { is: 'text' } : field.kind}
            value={value}
            place={path}
            placeholder={placeholder}
            onChange={change}
          />
        )}
      </Field>
      {!standAlone.has(field.kind.is) && (
        <Leads document={document} owner={thing.owner} field={field} value={value} />
      )}
      {kindOfAccount !== undefined && !isExpression(value) && (
        <FromAccount kind={kindOfAccount} aliases={aliasesOf(document, thing.owner)} onChoose={change} />
      )}
      {behind !== undefined && <Behind expression={behind} path={path} label={field.label} />}
      <FieldProblems problems={own} />
    </div>
  )
}, isSameRow)

import { useMemo } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import { isWithin, type Path, toPointer, valueAt } from '#core/model/path.ts'
import type { FormSection } from '#core/resources/kind/form-field.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { counted } from '#things/counted.ts'
import { moreFields } from '#things/more-fields.ts'
import type { Thing } from '#things/thing.ts'
import { FieldRow } from './FieldRow.tsx'
import { Folded } from './Folded.tsx'
import styles from './inspector.module.css'

const originConfigs: readonly string[] = ['S3OriginConfig', 'CustomOriginConfig', 'VpcOriginConfig']

/** An origin has exactly one of three structures; the other two are not offered beside it. */
function isOfKind(document: DesignDocument, { path, shape }: Thing, field: string | undefined): boolean {
  if (shape !== 'Origin' || field === undefined || !originConfigs.includes(field)) return true
  const own = originConfigs.find((name) => valueAt(document, [...path, name]) !== undefined)
  return own === undefined || own === field
}

interface SectionsProps {
  readonly document: DesignDocument
  readonly thing: Thing
  readonly problems: readonly Problem[]
  readonly expressions: ReadonlyMap<string, string>
  /** The field that something led to. */
  readonly focus: { readonly path: Path } | undefined
}

/** The form in two tiers: what people set first, and everything else folded by topic. */
export function Sections({ document, thing, problems, expressions, focus }: SectionsProps) {
  const { sections, shape } = thing
  const more = useMemo(() => moreFields({ sections, shape }), [sections, shape])
  const rows = ({ fields }: FormSection) =>
    fields.map((field) => (
      <FieldRow
        key={`${toPointer(thing.path)} ${field.path.join('.')}`}
        document={document}
        thing={thing}
        field={field}
        problems={problems}
        behind={expressions.get(toPointer([...thing.path, ...field.path]))}
      />
    ))
  const all = [...sections, ...more].filter(
    ({ fields }) => fields.length > 0 && fields.some(({ path }) => isOfKind(document, thing, path[0])),
  )
  return (
    <>
      {all
        .filter(({ isMore }) => !isMore)
        .map((section) => (
          <div className={styles['section']} key={section.title}>
            <h3 className={styles['sectionTitle']}>{section.title}</h3>
            {rows(section)}
          </div>
        ))}
      <div className={styles['more']}>
        {all
          .filter(({ isMore }) => isMore)
          .map((section) => {
            const paths = section.fields.map(({ path }) => [...thing.path, ...path])
            const set = paths.filter((path) => valueAt(document, path) !== undefined).length
            const holds = (path: Path) => paths.some((one) => isWithin(path, one) || isWithin(one, path))
            return (
              <Folded
                key={`${toPointer(thing.path)} ${section.title}`}
                title={section.title}
                summary={set === 0 ? '' : `${counted(set, 'value')} set`}
                ledTo={
                  focus && focus.path.length > thing.path.length && holds(focus.path) ? focus : undefined
                }
                isNeeded={problems.some(
                  ({ path, severity }) =>
                    severity !== 'info' && path.length > thing.path.length && holds(path),
                )}
              >
                {() => rows(section)}
              </Folded>
            )
          })}
      </div>
    </>
  )
}

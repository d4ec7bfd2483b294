/** Values for what the source leaves to a deployment: sets with names, of which the drawing shows one. */
import { adoptedDocument } from '#core/edits/adopt.ts'
import type { Declared } from '#core/formats/cloudformation/declared.ts'
import type { DesignDocument, Source } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import { commit, currentDocument } from './design.ts'
import { announceEdit } from './done.ts'
import { writeInBackground } from './reading.ts'
import { announce } from './session.ts'

type Values = NonNullable<Source['parameters']>

export const noDeclared: Declared = { parameters: [], conditions: [] }

const bare = (name: string) => ({
  name,
  type: '',
  description: '',
  byDefault: undefined,
  allowed: [],
  isSecret: false,
})

/** What a design's source declares; of a format other than CloudFormation's the names alone are known. */
export async function declaredOf({ source }: DesignDocument): Promise<Declared> {
  if (!source) return noDeclared
  if (source.format.startsWith('cloudformation'))
    return (await import('#core/formats/cloudformation/declared.ts')).declaredIn(source)
  const { readSource } = await import('#core/formats/index.ts')
  const read = readSource(source.text, { parameters: source.parameters ?? {} })
  return read.ok ? { parameters: (read.value.parameters ?? []).map(bare), conditions: [] } : noDeclared
}

const isSame = (a: Values, b: Values): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, one]) => b[name] === one)

/** The environment whose values are in use; undefined where they are those of none. */
export function environmentInUse({ environments = {}, source }: DesignDocument): string | undefined {
  const inUse = source?.parameters ?? {}
  return Object.keys(environments).find((name) => isSame(environments[name] ?? {}, inUse))
}

/** Reads the source anew with other values; what was edited since it was opened stays. */
async function withValues(
  label: string,
  values: Values,
  sets: DesignDocument['environments'],
): Promise<void> {
  const document = currentDocument()
  const { source } = document
  if (!source) return
  const { readSource } = await import('#core/formats/index.ts')
  const { text } = await writeInBackground(source.format, document)
  const read = readSource(text, { parameters: values })
  if (!read.ok) announce(`${label}: not done. ${read.error[0]?.message ?? ''}`)
  else if (document !== currentDocument())
    announce('The design has changed in the meantime; choose it again.')
  else {
    const next = adoptedDocument(document, read.value.document)
    const edit: Edit = {
      label,
      apply: (draft) => {
        Object.assign(draft, next)
        if (sets) draft.environments = sets
      },
    }
    commit(edit)
    announceEdit({ label })
  }
}

/** Shows the design as an environment deploys it; without one, with the defaults of the source. */
export const switchEnvironment = (name: string | undefined): Promise<void> =>
  withValues(
    name === undefined ? 'Use the defaults of the source' : `Use the values of “${name}”`,
    (name === undefined ? undefined : currentDocument().environments?.[name]) ?? {},
    undefined,
  )

/** Gives a parameter a value, in the environment in use where there is one. An empty text takes it away. */
export function giveValue(parameter: string, value: string): Promise<void> {
  const document = currentDocument()
  const { [parameter]: _, ...others } = document.source?.parameters ?? {}
  const values = value === '' ? others : { ...others, [parameter]: value }
  const name = environmentInUse(document)
  const sets = name === undefined ? undefined : { ...document.environments, [name]: values }
  return withValues(`Set ${parameter}`, values, sets)
}

const setAll = (label: string, environments: NonNullable<DesignDocument['environments']>): void =>
  commit({
    label,
    apply: (draft) => {
      draft.environments = environments
    },
  })

/** Keeps the values in use under a name. */
export function keepEnvironment(name: string): void {
  const { environments = {}, source } = currentDocument()
  setAll(`Keep the environment “${name}”`, { ...environments, [name]: source?.parameters ?? {} })
}

export function forgetEnvironment(name: string): void {
  const { [name]: _, ...others } = currentDocument().environments ?? {}
  setAll(`Forget the environment “${name}”`, others)
}

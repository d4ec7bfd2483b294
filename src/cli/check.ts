import type { Result } from '#core/ground/result.ts'
import type { ProfileName } from '#core/rules/harness/profile.ts'
import type { Project } from '#core/rules/harness/project.ts'
import { asText, paintFor } from './check-text.ts'
import { type CheckedFile, type Diagnostic, type Found, findingsIn, summarize } from './diagnostics.ts'
import { isFolder, openFolder } from './folder.ts'
import { projectsOfRun } from './project-file.ts'
import type { SarifFinding } from './sarif.ts'
import {
  chosenDistributions,
  declaresDistribution,
  failureLines,
  type OpenedSource,
  openFile,
  type SourceFailure,
} from './source.ts'
import { exitStatus, print, tell } from './status.ts'

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif'
  readonly parameters: Readonly<Record<string, string>>
  readonly distribution?: string
  readonly profile?: ProfileName
  readonly all: boolean
  readonly fix: boolean
  readonly fixDryRun: boolean
  /** Passes over files that declare no distribution, as a hook that gets every changed file wants it. */
  readonly onlyCloudfront: boolean
}

/** A file with what else is needed to print it. */
interface Checked extends CheckedFile {
  readonly profile: ProfileName
  readonly patch: string
  readonly findings: readonly SarifFinding[]
}

const unreadable = (file: string, errors: readonly { readonly message: string }[]): Checked => ({
  file,
  format: null,
  designs: [],
  errors,
  profile: 'essential',
  patch: '',
  findings: [],
})

const asked = ({ all, profile }: CheckOptions): ProfileName | undefined => (all ? 'all' : profile)

/** What only some calls ask for is loaded where they do: it brings a differ, hashes and writers. */
const fixes = () => import('./fixes.ts')

/** For machines everything is told unless a profile is asked for; people get the profile that holds. */
const keepsFor = (options: CheckOptions) => {
  const profile = asked(options)
  return ({ diagnostic }: Found) =>
    options.format === 'text' || profile === undefined || diagnostic.profiles.includes(profile)
}

async function sarifOf(
  source: OpenedSource,
  design: string,
  { diagnostic, fix }: Found,
): Promise<SarifFinding> {
  const { replacementOf } = await fixes()
  const replacement = fix && !source.from ? replacementOf(source, fix) : undefined
  return {
    file: source.file,
    design,
    diagnostic,
    ...(fix && replacement && { fix: { label: fix.label, replacement } }),
  }
}

async function checked(
  source: OpenedSource,
  ids: readonly string[],
  project: Project,
  options: CheckOptions,
): Promise<Checked> {
  const keeps = keepsFor(options)
  const designs = findingsIn(source, ids, project).map(({ id, found }) => ({
    id,
    found: found.filter(keeps),
  }))
  return {
    file: source.file,
    format: source.format.family,
    designs: designs.map(({ id, found }) => ({ id, diagnostics: found.map(({ diagnostic }) => diagnostic) })),
    ...(source.from && { from: source.from }),
    profile: asked(options) ?? project.profile ?? 'essential',
    patch: options.fixDryRun && !source.from ? (await fixes()).patchOf(source, project) : '',
    findings:
      options.format === 'sarif'
        ? await Promise.all(designs.flatMap(({ id, found }) => found.map((one) => sarifOf(source, id, one))))
        : [],
  }
}

/** A file is one source, a folder as many as it declares. */
async function sourcesIn(file: string, { parameters, onlyCloudfront }: CheckOptions) {
  if (isFolder(file)) return openFolder(file, parameters)
  if (onlyCloudfront && !(await declaresDistribution(file))) return []
  return [await openFile(file, parameters)]
}

/** The source as it stands after what was asked to be mended. */
async function mended(source: OpenedSource, project: Project, options: CheckOptions): Promise<OpenedSource> {
  if (!options.fix) return source
  if (!source.from) return (await fixes()).fixSource(source, project, options.parameters)
  tell(`${source.file}: not fixed, since it is read from a folder; fix its files one by one.`)
  return source
}

async function checkOpened(
  opened: Result<OpenedSource, SourceFailure>,
  projectOf: ReturnType<typeof projectsOfRun>,
  options: CheckOptions,
): Promise<Checked> {
  const { file } = opened.ok ? opened.value : opened.error
  if (!opened.ok) {
    for (const line of failureLines(opened.error)) tell(line)
    return unreadable(file, opened.error.problems)
  }
  const project = await projectOf(opened.value.from?.[0] ?? file)
  if (!project.ok) {
    for (const line of project.error) tell(line)
    return unreadable(
      file,
      project.error.map((message) => ({ message })),
    )
  }
  const chosen = chosenDistributions(opened.value.document, options.distribution)
  if (!chosen.ok) {
    tell(`${file}: ${chosen.error}`)
    return { ...unreadable(file, [{ message: chosen.error }]), format: opened.value.format.family }
  }
  const source = await mended(opened.value, project.value, options)
  return checked(source, chosen.value, project.value, options)
}

const diagnosticsOf = (files: readonly Checked[]): Diagnostic[] =>
  files.flatMap(({ designs }) => designs.flatMap(({ diagnostics }) => diagnostics))

function asJson(files: readonly Checked[]): string {
  const told = files.map(({ file, format, designs, from, errors }) => ({
    file,
    format,
    designs,
    ...(from && { from }),
    ...(errors && { errors }),
  }))
  return JSON.stringify({ files: told, summary: summarize(diagnosticsOf(files)) }, null, 2)
}

async function render(files: readonly Checked[], { format, fixDryRun }: CheckOptions): Promise<string> {
  if (fixDryRun) return files.map(({ patch }) => patch).join('')
  if (format === 'json') return asJson(files)
  if (format === 'sarif')
    return (await import('./sarif.ts')).toSarif(files.flatMap(({ findings }) => findings))
  const profiles = new Map(files.map(({ file, profile }) => [file, profile]))
  return asText(files, (file) => profiles.get(file) ?? 'essential', paintFor(process.stdout))
}

/** `frontage check`: validates each source and prints what it found; returns the exit status. */
export async function check(sources: readonly string[], options: CheckOptions): Promise<number> {
  const files: Checked[] = []
  const projectOf = projectsOfRun()
  for (const source of sources)
    for (const opened of await sourcesIn(source, options))
      files.push(await checkOpened(opened, projectOf, options))
  const pipesFixedText = options.fix && options.format === 'text' && sources.includes('-')
  const text = pipesFixedText ? '' : await render(files, options)
  if (text !== '') await print(text)
  if (files.some(({ errors }) => errors !== undefined)) return exitStatus.unreadable
  return diagnosticsOf(files).some(({ severity }) => severity === 'error') ? exitStatus.wrong : exitStatus.ok
}

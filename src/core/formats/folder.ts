/**
 * A folder as a source: every design that its files declare, with what came from where. Modules of Terraform are read
 * with their files of values and their local modules; templates of CloudFormation, SAM and the CDK, designs and
 * DistributionConfigs one by one; the parts of a Serverless project with the file that passes them on.
 */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { ImportNote, ReadDesign, ReadOptions, ReadProblem } from './format.ts'
import { type RecognizedDesign, readSource } from './index.ts'
import {
  callsOf,
  type Files,
  folderOf,
  givenIn,
  joined,
  type Module,
  moduleIn,
  overridesIn,
  valueFilesOf,
} from './terraform/module.ts'
import { readTextTree } from './text-tree.ts'

export interface FolderPart {
  /** The file, or the folder of a module. */
  readonly name: string
  /** Every file that it was read from. */
  readonly from: readonly string[]
  readonly read: Result<RecognizedDesign, readonly ReadProblem[]>
}

/** A module that leads to itself, or modules in modules without end. */
const maxModules = 200
const mayHoldDistribution = (text: string): boolean =>
  /aws_cloudfront_(?:multitenant_)?distribution\b|AWS::CloudFront::|DefaultCacheBehavior|"formatVersion"/.test(
    text,
  )

/** Places are those of the module's files. */
const inModule = (design: RecognizedDesign, { placed }: Module): RecognizedDesign => ({
  ...design,
  locate: (path) => {
    const position = design.locate(path)
    return position && placed(position)
  },
})

/** Told of, since nothing that an overriding file says is in the design. */
const withOverrides = (design: RecognizedDesign, files: readonly string[]): RecognizedDesign => ({
  ...design,
  notes: [
    ...design.notes,
    ...files.map(
      (file): ImportNote => ({
        rule: 'import/terraform-override',
        severity: 'info',
        message: `“${file}” overrides parts of this module when Terraform runs, and what it says is not read here.`,
        path: ['resources'],
      }),
    ),
  ],
})

interface Call {
  readonly folder: string
  readonly name: string
  readonly options: ReadOptions
}

class Folder {
  private readonly files: Files
  private readonly options: ReadOptions
  private modules = 0

  constructor(files: Files, options: ReadOptions) {
    this.files = files
    this.options = options
  }

  /** The folders of modules that no other module of this folder calls. */
  private roots(): string[] {
    const folders = [...new Set([...this.files.keys()].filter((path) => path.endsWith('.tf')).map(folderOf))]
    const called = new Set(
      folders.flatMap((folder) => callsOf(moduleIn(this.files, folder), {}).map((call) => call.folder)),
    )
    const roots = folders.filter((folder) => !called.has(folder))
    return roots.length > 0 ? roots : folders
  }

  private module({ folder, name, options }: Call): FolderPart[] {
    this.modules += 1
    if (this.modules > maxModules) return []
    const module = moduleIn(this.files, folder)
    // A module that several folders call is told apart by them.
    const from = folder === '' ? '' : `${folder}: `
    const inner = callsOf(module, options).flatMap((call) =>
      this.module({ ...call, name: `${name === '' ? from : `${name}.`}module.${call.name}` }),
    )
    if (!mayHoldDistribution(module.text)) return inner
    const fileText = (path: string) => this.files.get(joined(folder, path))
    // A module that is called, or calls others, may have its neighbors there.
    const isWhole = name === '' && !/^[^\S\n]*module\s+"/m.test(module.text)
    const read = readSource(module.text, { ...options, fileText, isWhole })
    const shown = folder === '' ? '.' : folder
    const part: FolderPart = {
      name: name === '' ? shown : `${shown} (${name})`,
      from: [...module.files, ...(name === '' ? valueFilesOf(this.files, folder) : [])],
      read: read.ok
        ? ok(withOverrides(inModule(read.value, module), overridesIn(this.files, folder)))
        : failed(
            read.error.map(({ message, position }) => ({
              message,
              ...(position && { position: module.placed(position) }),
            })),
          ),
    }
    return [part, ...inner]
  }

  terraform(): FolderPart[] {
    return this.roots().flatMap((folder) =>
      this.module({
        folder,
        name: '',
        options: { ...this.options, values: givenIn(this.files, folder) },
      }),
    )
  }

  /** The parts that a Serverless project passes on: `resources: ${file(cdn.yml)}`, alone or in a list. */
  private passedOn(): Map<string, string> {
    const parts = new Map<string, string>()
    for (const [path, text] of this.files) {
      if (!/(?:^|\/)serverless\.ya?ml$/.test(path)) continue
      const tree = readTextTree(text)
      const root = tree.ok ? tree.value.root : null
      const resources =
        typeof root === 'object' && root !== null && !Array.isArray(root) ? root['resources'] : null
      for (const part of Array.isArray(resources) ? resources : [resources]) {
        const named = typeof part === 'string' ? /^\$\{file\(([^)]+)\)\}$/.exec(part.trim())?.[1] : undefined
        if (named !== undefined) parts.set(joined(folderOf(path), named.trim()), path)
      }
    }
    return parts
  }

  templates(): FolderPart[] {
    const passed = this.passedOn()
    return [...this.files].flatMap(([path, text]): FolderPart[] => {
      if (/\.(?:tf|tfvars|tfvars\.json)$/.test(path) || !mayHoldDistribution(text)) return []
      const outer = passed.get(path)
      const around = outer === undefined ? undefined : this.files.get(outer)
      const read = readSource(text, { ...this.options, ...(around !== undefined && { around }) })
      // A file that is something else, or holds no distribution, is no fault of a folder.
      if (!read.ok && !read.error.some(({ position }) => position)) return []
      return [{ name: path, from: outer === undefined ? [path] : [path, outer], read: withFile(read, path) }]
    })
  }
}

/** Places are told by file. */
function withFile(read: FolderPart['read'], file: string): FolderPart['read'] {
  if (!read.ok) return read
  const locate: ReadDesign['locate'] = (path) => {
    const position = read.value.locate(path)
    return position && { ...position, file }
  }
  return ok({ ...read.value, locate })
}

/** Every design of a folder; none where no file declares a distribution. */
export function readFolder(files: Files, options: ReadOptions = {}): FolderPart[] {
  const folder = new Folder(files, options)
  return [...folder.terraform(), ...folder.templates()].filter(
    ({ read }) => read.ok || read.error.some(({ position }) => position),
  )
}

/** Frontage's own file, `*.frontage.json`: everything that the page knows of a design. */

import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { locateIn } from './cloudformation/from-template.ts'
import { defineFormat, type ReadProblem } from './format.ts'
import { migrate, newestVersion } from './migrations/index.ts'
import { readTextTree, type Tree, type TreeMap } from './text-tree.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

const problem = (message: string): Result<never, readonly ReadProblem[]> => failed([{ message }])

/** Each script is a list of rules, whose parts are objects where they are there. */
const isMapOfScripts = (scripts: Tree): boolean =>
  isMap(scripts) &&
  Object.values(scripts).every(
    (rules) =>
      Array.isArray(rules) &&
      rules.every(
        (rule) =>
          isMap(rule) && [rule['match'], rule['response']].every((part) => part === undefined || isMap(part)),
      ),
  )

/** Checks the envelope; what lies in a resource's config is AWS's and kept as it is. */
function toDocument(root: TreeMap): Result<DesignDocument, readonly ReadProblem[]> {
  const { formatVersion, resources } = root
  if (typeof formatVersion !== 'number')
    return problem('“formatVersion” is missing, so this is not a Frontage design.')
  if (formatVersion > newestVersion)
    return problem(
      `This design was made by a newer version of Frontage (format ${formatVersion}; this one reads up to ${newestVersion}). Update Frontage to open it.`,
    )
  if (!isMap(resources)) return problem('“resources” of the design must be an object of resources by name.')
  for (const [id, resource] of Object.entries(resources)) {
    if (!isMap(resource) || typeof resource['type'] !== 'string' || !isMap(resource['config']))
      return problem(`The resource “${id}” needs a “type” and a “config”.`)
  }
  if (root['layout'] !== undefined && !isMap(root['layout'])) return problem('“layout” must be an object.')
  if (root['scenarios'] !== undefined && !Array.isArray(root['scenarios']))
    return problem('“scenarios” must be a list.')
  if (root['originScripts'] !== undefined && !isMapOfScripts(root['originScripts']))
    return problem('“originScripts” must be an object of lists of rules by origin Id.')
  const { notes } = root
  if (
    notes !== undefined &&
    !(isMap(notes) && Object.values(notes).every((note) => typeof note === 'string'))
  )
    return problem('“notes” must be an object of texts.')
  // The envelope was checked above; configs are read through known() everywhere.
  const document = migrate(root) as unknown as DesignDocument
  return ok({ ...document, layout: document.layout ?? {}, scenarios: document.scenarios ?? [] })
}

export const designFile = defineFormat({
  id: 'design',
  label: 'Frontage design',
  family: 'design',
  syntax: 'json',
  fileNames: ['design.frontage.json'],

  recognize: (text) => /^\s*\{/.test(text) && /"formatVersion"\s*:/.test(text),

  read(text) {
    const tree = readTextTree(text)
    if (!tree.ok) return tree
    if (!isMap(tree.value.root)) return problem('A design is a JSON object.')
    const document = toDocument(tree.value.root)
    if (!document.ok) return document
    const { value } = document
    tree.value.place(value, 'resources', tree.value.siteOf(tree.value.root, 'resources'))
    return ok({ document: value, notes: [], locate: (path) => locateIn(tree.value, value, path) })
  },

  write: (document) => ({ text: `${JSON.stringify(document, null, 2)}\n`, losses: [] }),
})

/** Frontage's own file, `*.frontage.json`: everything that the page knows of a design. */

import { failed, ok } from '#core/ground/result.ts'
import { locateIn } from './cloudformation/from-template.ts'
import { defineFormat } from './format.ts'
import { readTextTree } from './text-tree.ts'
import type { Tree, TreeMap } from './tree.ts'
import { wholeDesign } from './whole-design.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

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
    const { root } = tree.value
    if (!isMap(root)) return failed([{ message: 'A design is a JSON object.' }])
    const document = wholeDesign(root)
    if (!document.ok) return failed([{ message: document.error }])
    const { value } = document
    tree.value.place(value, 'resources', tree.value.siteOf(root, 'resources'))
    return ok({ document: value, notes: [], locate: (path) => locateIn(tree.value, value, path) })
  },

  write: (document) => ({ text: `${JSON.stringify(document, null, 2)}\n`, losses: [] }),
})

/**
 * Variables of the Serverless Framework, which stand in the `resources` that it passes to CloudFormation
 * (https://www.serverless.com/framework/docs/providers/aws/guide/variables). Those that the file itself decides are
 * resolved, the others are left to the deployment.
 */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { isTreeMap } from './scope.ts'

/** `${self:custom.name}`, `${opt:stage, 'dev'}`, `${file(a.yml):b}`; never `${AWS::Region}`. */
const variable = /\$\{(?!AWS::)(\w+(?:\([^${}]*\))?:(?!:)[^${}]*|\w+\([^${}]*\))\}/

export const hasVariables = (text: string): boolean => variable.test(text)

function inFile(file: TreeMap, path: string): Tree | undefined {
  let found: Tree | undefined = file
  for (const step of path.split('.'))
    found = isTreeMap(found) && Object.hasOwn(found, step) ? found[step] : undefined
  return found
}

function alternative(source: string, file: TreeMap): Tree | undefined {
  const text = source.trim()
  const quoted = /^'([^']*)'$|^"([^"]*)"$/.exec(text)
  if (quoted) return quoted[1] ?? quoted[2]
  if (text.startsWith('self:')) return inFile(file, text.slice('self:'.length))
  if (text === 'sls:stage') return inFile(file, 'provider.stage')
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/** More than any file nests; a variable that leads back to itself ends here. */
const maxRounds = 20

/** What a text's variables give: a value, or a text of the same shape where not all of them are decided. */
export function resolveVariables(source: string, file: TreeMap): { value?: Tree; like: string } {
  let text = source
  let isDecided = true
  for (let round = 0; round < maxRounds; round += 1) {
    const match = variable.exec(text)
    if (!match) break
    const [whole, inside = ''] = match
    const found = inside
      .split(',')
      .reduce<Tree | undefined>((first, part) => first ?? alternative(part, file), undefined)
    if (typeof found === 'object' && found !== null && whole === text) return { value: found, like: text }
    const isText = found !== undefined && typeof found !== 'object'
    if (!isText) isDecided = false
    const standIn =
      inside
        .split(/[:.,(]/)
        .filter((word) => /^\w+$/.test(word))
        .at(-1) ?? 'x'
    text = text.replace(whole, () => (isText ? String(found) : standIn.toLowerCase()))
  }
  return isDecided && !hasVariables(text) ? { value: text, like: text } : { like: text }
}

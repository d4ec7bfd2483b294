/** From what a person types to an expression of the document, and back to the text. The formats load when needed. */
import { adoptText } from '#core/edits/adopt.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { type Expression, isRef, type Json } from '#core/model/field.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import { commit, currentDocument } from './design.ts'
import { isLarge } from './reading.ts'

/** An expression as its source says it. */
export function expressionText(expression: Expression): string {
  if (!isRef(expression)) return expression.unknown
  const { ref, attribute } = expression
  return attribute === undefined || attribute === 'Ref' ? `!Ref ${ref}` : `!GetAtt ${ref}.${attribute}`
}

/** What an expression's argument names: `A` of `!Ref A`, `A` and `Arn` of `!GetAtt A.Arn`. */
function nameIn(tree: Json): readonly [id: string, attribute: string] | undefined {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return undefined
  const [[name, argument] = []] = Object.entries(tree)
  if (name === 'Ref' && typeof argument === 'string') return [argument, '']
  if (name !== 'Fn::GetAtt') return undefined
  const parts =
    typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument.map(String) : []
  const [id, ...attribute] = parts
  return id === undefined ? undefined : [id, attribute.join('.')]
}

const looksLikeExpression = (text: string) => /^!\w|^\{/.test(text.trim())

/**
 * The value that a typed text stands for: an expression in CloudFormation's short or long form, or plain text.
 * Fails where the text begins as an expression and cannot be read as one.
 */
export async function readExpression(text: string): Promise<Result<Json | Expression, string>> {
  if (!looksLikeExpression(text)) return ok(text)
  const { readTextTree } = await import('#core/formats/text-tree.ts')
  const { displayExpression } = await import('#core/formats/cloudformation/display.ts')
  const { canonicalRef } = await import('#core/formats/cloudformation/canonical-ref.ts')
  const read = readTextTree(`value: ${text.trim()}`)
  const root = read.ok ? read.value.root : undefined
  if (typeof root !== 'object' || root === null || Array.isArray(root) || root['value'] === undefined)
    return failed('This is no expression: write “!Ref Name”, “!GetAtt Name.Attribute” or “!Sub …”.')
  const tree = root['value']
  const [id, attribute] = nameIn(tree) ?? []
  const resource = id === undefined ? undefined : currentDocument().resources[id]
  if (id !== undefined && resource) {
    const type = resource.type.includes('::') ? resource.type : `AWS::CloudFront::${resource.type}`
    return ok(canonicalRef(type, id, attribute ?? ''))
  }
  const words = new Set(JSON.stringify(tree).split(/\W+/))
  const refs = Object.keys(currentDocument().resources).filter((one) => words.has(one))
  return ok({ unknown: displayExpression(tree), expression: tree, ...(refs.length > 0 && { refs }) })
}

/** The expressions of the template that gave the plain values at some paths, by the paths' pointers. */
export async function expressionsBehind(
  document: DesignDocument,
  paths: readonly Path[],
): Promise<ReadonlyMap<string, string>> {
  const { source } = document
  // A large source is read in a worker alone; its expressions stand in the source view.
  if (!source?.format.startsWith('cloudformation') || isLarge(source.text)) return new Map()
  const { expressionBehind } = await import('#core/formats/cloudformation/expression-behind.ts')
  return new Map(
    paths.flatMap((path) => {
      const expression = expressionBehind(document, path)
      return expression === undefined ? [] : [[toPointer(path), expression] as const]
    }),
  )
}

/**
 * Puts an expression where the template has one and evaluates it anew: the text is written with it and read again.
 * One step of undo. Fails with a sentence where the text is no expression or the template does not take it.
 */
export async function changeExpression(
  path: Path,
  text: string,
  label: string,
): Promise<Result<true, string>> {
  const read = await readExpression(text)
  if (!read.ok) return read
  const before = currentDocument()
  const { source } = before
  const edited = applyEdit(before, setAt(path, read.value))
  const { readSource, writeFormat } = await import('#core/formats/index.ts')
  const written = source && writeFormat(source.format, edited).text
  const again =
    written === undefined ? undefined : readSource(written, { parameters: source?.parameters ?? {} })
  if (!again?.ok) return failed(again?.error[0]?.message ?? 'The design came from no template.')
  // Somebody may have typed elsewhere while the formats were loading.
  if (currentDocument() !== before) return failed('The design changed meanwhile; press Enter again.')
  commit({ ...adoptText(before, again.value.document, ''), label, mergeKey: '' })
  return ok(true)
}

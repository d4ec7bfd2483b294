/** Functions made from examples, as edits. */
import type { FunctionExample } from '#core/edge/examples/example.ts'
import { singlePageApp } from '#core/edge/examples/routing.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'

function freeId({ resources }: DesignDocument): LogicalId {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? 'EdgeFunction' : `EdgeFunction${number}`
    if (!Object.hasOwn(resources, id)) return id
  }
}

/** A CloudFront function that no behavior names yet. */
export function newFunction(document: DesignDocument): { readonly id: LogicalId; readonly edit: Edit } {
  const id = freeId(document)
  const resource = {
    type: 'Function',
    config: {
      Name: id,
      AutoPublish: true,
      FunctionCode: singlePageApp.code,
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    },
  }
  return { id, edit: setAt(['resources', id], resource, `Add function “${id}”`) }
}

/** Puts an example's code in the place of a function's. */
export const putExample = (codePath: Path, example: FunctionExample): Edit => {
  const { apply } = setAt(codePath, example.code)
  return { label: `Start from “${example.title}”`, apply }
}

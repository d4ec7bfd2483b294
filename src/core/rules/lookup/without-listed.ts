/** Taking a header out of the list that a policy selects by: the last one takes the selection with it, which would be refused. */
import { type Edit, removeAt, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'

/** `selection` says how it selects, and holds the list. Of all viewer headers and some of CloudFront's the former stay. */
export function withoutHeader(
  selection: Path,
  {
    HeaderBehavior,
    Headers = [],
  }: { readonly HeaderBehavior?: unknown; readonly Headers?: readonly unknown[] },
  index: number,
  label: string,
): Edit {
  if (Headers.length > 1) return removeAt([...selection, 'Headers', index], label)
  const left = HeaderBehavior === 'allViewerAndWhitelistCloudFront' ? 'allViewer' : 'none'
  return setAt(selection, { HeaderBehavior: left }, label)
}

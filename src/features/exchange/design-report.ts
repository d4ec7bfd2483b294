/** The report of the open design, from what the page knows of it now. */
import { noteAt } from '#core/edits/notes.ts'
import { bytes, count, money, percent } from '#core/replay/report/figures.ts'
import { explain } from '#core/trace/explain/explain.ts'
import { currentDocument, useDesign } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { useReplay } from '#state/replay.ts'
import { useTrace } from '#state/trace.ts'
import { reportPage } from '#things/report-page.ts'

function replayLines(): readonly string[] {
  const report = useReplay.getState().kept?.result.report
  if (!report) return []
  const { total, cost } = report
  return [
    `${count(total.requests)} requests, ${bytes(total.bytes)} to viewers`,
    `Hit ratio ${percent(total.hitRatio)}`,
    `${count(total.originRequests)} requests to origins, ${bytes(total.originBytes)} came back`,
    `${money(cost.total)} a month at list prices`,
  ]
}

export function designReport(): string {
  const document = currentDocument()
  return reportPage({
    name: useDesign.getState().name,
    document,
    noteAt: (path) => noteAt(document, path),
    date: new Date().toLocaleDateString(undefined, { dateStyle: 'long' }),
    problems: useProblems
      .getState()
      .problems.map(({ severity, message, rule }) => ({ severity, message, rule: rule.id })),
    traces: useTrace
      .getState()
      .traced.toReversed()
      .map(({ request, result }) => ({
        request: `${request.method ?? 'GET'} ${request.url}: ${result.status}, ${result.xCache ?? result.resultType}`,
        words: explain(request, result),
      })),
    replay: replayLines(),
  })
}

/** What `check` prints for people: by file and severity, and at the end what was not shown. */
import { styleText } from 'node:util'
import type { ProfileName } from '#core/rules/harness/profile.ts'
import type { Severity } from '#core/rules/harness/rule.ts'
import type { CheckedFile, Diagnostic } from './diagnostics.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

/** Colors where a terminal shows them and nobody has switched them off (https://no-color.org). */
export const paintFor = (stream: { readonly isTTY?: boolean }): Paint =>
  stream.isTTY && !process.env['NO_COLOR']
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text

const words: Record<Severity, readonly [one: string, many: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}
const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' }
const severities: readonly Severity[] = ['error', 'warning', 'info']

const counted = (severity: Severity, count: number): string =>
  `${count} ${words[severity][count === 1 ? 0 : 1]}`

const line = (
  file: string,
  { location, message, rule, path, severity }: Diagnostic,
  paint: Paint,
): string => {
  const place = location ? `${location.file ?? file}:${location.line}:${location.column}` : `${file} ${path}`
  return `  ${paint('dim', place)}: ${paint(styles[severity], words[severity][0])}: ${message} ${paint('dim', `[${rule}]`)}`
}

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.location?.line ?? 0) - (b.location?.line ?? 0)

function fileBlock({ file, designs }: CheckedFile, profile: ProfileName, paint: Paint): string[] {
  const shown = designs.flatMap(({ diagnostics }) => diagnostics.filter((one) => isShown(one, profile)))
  if (shown.length === 0) return []
  return [
    paint('bold', file),
    ...shown.toSorted(inOrder).map((diagnostic) => line(file, diagnostic, paint)),
    '',
  ]
}

const isShown = ({ profiles }: Diagnostic, profile: ProfileName) => profiles.includes(profile)

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** The last line: what was found, and what was found and is not shown. */
function lastLine(files: readonly CheckedFile[], profile: ProfileName): string {
  const all = files.flatMap(({ designs }) => designs.flatMap(({ diagnostics }) => diagnostics))
  const shown = all.filter((diagnostic) => isShown(diagnostic, profile))
  const count = (severity: Severity) => shown.filter((one) => one.severity === severity).length
  const notes = count('info') > 0 ? `, ${counted('info', count('info'))}` : ''
  const hidden = all.length - shown.length
  return [
    `${counted('error', count('error'))}, ${counted('warning', count('warning'))}${notes} in ${plural(files.length, 'file')}.`,
    ...(hidden > 0
      ? [
          `${plural(hidden, 'note')} ${hidden === 1 ? 'is' : 'are'} not shown at the profile “${profile}”; --all shows ${hidden === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ].join(' ')
}

/** The whole text; empty where nothing could be read, since counts of what was not read would be a lie. */
export function asText(
  files: readonly CheckedFile[],
  profileOf: (file: string) => ProfileName,
  paint: Paint,
) {
  const read = files.filter(({ errors }) => errors === undefined)
  const [first] = read
  if (!first) return ''
  const unread = files.length - read.length
  return [
    ...read.flatMap((file) => fileBlock(file, profileOf(file.file), paint)),
    `${lastLine(read, profileOf(first.file))}${unread > 0 ? ` ${plural(unread, 'file')} could not be read.` : ''}`,
  ].join('\n')
}

/** Origins that functions send requests to by their ids: no behavior has to target them. */
import type { Change } from './change.ts'
import { judged, originSettings } from './origin-settings.ts'
import { type Side, settingPointer } from './side.ts'

const choosing = /selectRequestOriginById|createRequestOriginGroup/

const namesOrigins = ({ compiled: { behaviors } }: Side): boolean =>
  behaviors.some(({ functions }) => Object.values(functions).some((fn) => choosing.test(fn.code ?? '')))

/** Changes of every origin, where a function of either design chooses among them. */
export function chosenOriginChanges(before: Side, after: Side): Change[] {
  if (!namesOrigins(before) && !namesOrigins(after)) return []
  return [...before.compiled.origins.values()].flatMap((old): Change[] => {
    const now = after.compiled.origins.get(old.id)
    if (!now)
      return [
        {
          what: 'origin',
          before: old.id,
          after: 'none',
          severity: 'danger',
          text: `The origin “${old.id}” is gone, and a function chooses origins by their ids: where it chooses this one, requests fail.`,
          setting: settingPointer(after, [...after.compiled.path, 'Origins']),
          kinds: ['outage'],
          shownBy: [{}],
        },
      ]
    const news = new Map(originSettings(after, now).map((setting) => [setting.id, setting]))
    return originSettings(before, old).flatMap((was): Change[] => {
      const is = news.get(was.id)
      if (!is || is.key === was.key) return []
      const { severity, text, kinds = [], shownBy = [] } = judged(was, is, now.id)
      return [
        {
          what: 'origin',
          before: was.text,
          after: is.text,
          severity,
          text: `${text} A function chooses origins by their ids, so any path may be sent there.`,
          setting: settingPointer(after, is.path),
          kinds,
          shownBy,
        },
      ]
    })
  })
}

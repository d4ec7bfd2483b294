/** Alarms of CloudWatch on the distribution's metrics. */
import { addAlarm, alarmKinds } from '#core/edits/alarms.ts'
import { type PaletteItem, sitePath } from './item.ts'

export const alarmItems: readonly PaletteItem[] = alarmKinds.map((kind) => ({
  id: kind.id,
  label: kind.label,
  hint: kind.hint,
  group: 'Alarms and metrics',
  picture: 'alarm',
  insert(document, { owner }) {
    const { edit, id } = addAlarm(document, owner, kind)
    return { edit, path: sitePath(id) }
  },
}))

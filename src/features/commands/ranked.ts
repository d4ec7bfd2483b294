/** What the palette of commands offers for what is typed, best first. */
import { tableOf } from '#core/ground/names.ts'
import { type Command, possibleCommands } from '#state/commands.ts'
import { matchRank } from './match.ts'
import { placeCommands } from './places.ts'
import { settingCommands } from './settings.ts'

/** Commands used last, for this visit: the palette offers them first. */
let recent: readonly string[] = []
export const remember = ({ id }: Command): void => {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, 5)
}
const mostShown = 60

/** Groups with more than one reads through: the palette has each as one entry, which leads into it. */
const nested: Readonly<Record<string, string>> = tableOf({
  'Go to': 'Go to a thing of the design…',
  Set: 'Change a setting…',
  Add: 'Add or use something…',
})

/** What is offered before anything is typed: what was used last, the ways into the groups, and the rest. */
function offered(all: readonly Command[], enter: (group: string) => void): readonly Command[] {
  const used = recent.flatMap((id) => all.find((command) => command.id === id) ?? [])
  const ways = Object.entries(nested).flatMap(([group, label]): Command[] =>
    all.some((command) => command.group === group)
      ? [{ id: `into ${group}`, group, label, run: () => enter(group) }]
      : [],
  )
  const rest = all.filter(({ id, group }) => !recent.includes(id) && nested[group] === undefined)
  return [...used, ...ways, ...rest]
}

export function ranked(
  query: string,
  isOpen: boolean,
  within: string | undefined,
  enter: (group: string) => void,
): readonly Command[] {
  const every = [
    ...possibleCommands().filter(({ isKeyOnly }) => !isKeyOnly),
    ...(isOpen ? [...placeCommands(), ...settingCommands()] : []),
  ]
  const all = within === undefined ? every : every.filter(({ group }) => group === within)
  if (query.trim() === '') return (within === undefined ? offered(all, enter) : all).slice(0, mostShown)
  return all
    .flatMap((command) => {
      const rank = matchRank(command.label, query)
      return rank === undefined ? [] : [{ command, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ command }) => command)
}

/** What the empty field says. */
export const promptOf = (within: string | undefined): string =>
  within === undefined
    ? 'Type a command, a setting, or the name of a thing…'
    : `${nested[within]} Backspace leads back.`

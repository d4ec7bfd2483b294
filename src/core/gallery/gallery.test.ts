import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { project } from '#things/project.ts'
import { gallery } from './gallery.ts'

const texts = import.meta.glob<string>('/public/examples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('the gallery shows every example once, and says what each shows', () => {
  expect(gallery.map(({ file }) => `/public/examples/${file}`).toSorted()).toEqual(
    Object.keys(texts).toSorted(),
  )
  for (const { shows } of gallery) expect(shows.length).toBeGreaterThan(100)
})

test.each(gallery.map(({ file }) => file))('%s opens without an error', (file) => {
  const read = readSource(texts[`/public/examples/${file}`] ?? '')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const errors = findProblems(rules, { document: read.value.document }).filter(
    ({ severity }) => severity === 'error',
  )
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(read.value.notes.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test.each(gallery.map(({ file, sketch }) => [file, sketch] as const))(
  '%s is sketched as it is',
  (file, sketch) => {
    const read = readSource(texts[`/public/examples/${file}`] ?? '')
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const { nodes, edges } = project(read.value.document)
    const ids = (kind: string) => nodes.filter((node) => node.kind === kind).map(({ id }) => id)
    const sites = sketch.sites ?? 1
    const [groups, origins, behaviors] = [ids('group'), ids('origin'), ids('behavior')]
    const place = (id: string) => (groups.includes(id) ? 'group' : origins.indexOf(id) % sketch.origins)
    const led = (is: string) => edges.filter((edge) => edge.is === is).map(({ to }) => place(to))
    expect({ sites: ids('distribution').length, origins: origins.length / sites }).toEqual({
      sites,
      origins: sketch.origins,
    })
    expect(behaviors).toHaveLength(sketch.targets.length * sites)
    expect(led('target').slice(0, sketch.targets.length)).toEqual(sketch.targets)
    expect(led('member')).toEqual(sketch.group ?? [])
  },
)

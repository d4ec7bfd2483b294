import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAccepted, noticeOf, packageOf } from './notices.ts'

test('a module belongs to the innermost package around it', () => {
  expect(packageOf('/p/node_modules/yaml/dist/index.js')).toBe('/p/node_modules/yaml')
  expect(packageOf('\0/p/node_modules/@noble/hashes/sha2.js?x')).toBe('/p/node_modules/@noble/hashes')
  expect(packageOf('/p/node_modules/a/node_modules/b/c.js')).toBe('/p/node_modules/a/node_modules/b')
  expect(packageOf('/p/src/core/ground/result.ts')).toBeUndefined()
})

test('a license of a choice is enough, and one that nobody has looked at is not', () => {
  expect(isAccepted('MIT')).toBe(true)
  expect(isAccepted('(MPL-2.0 OR Apache-2.0)')).toBe(true)
  for (const license of ['GPL-3.0', 'MPL-2.0', 'UNLICENSED', 'undefined', 'MIT AND GPL-2.0'])
    expect(isAccepted(license)).toBe(false)
})

test('a package with its license’s text is listed once', () => {
  const notice = noticeOf(new Set(['node_modules/yaml', 'node_modules/yaml/']))
  expect(notice.match(/## yaml /g)).toHaveLength(1)
  expect(notice).toContain('Permission to use, copy, modify')
})

/** Packages of a lock file that bring scripts to run at installation. */
const withScripts = (lock: string): string[] =>
  Object.entries<{ hasInstallScript?: boolean; optional?: boolean }>(JSON.parse(lock).packages)
    .filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
    .map(([name]) => name)

/** Packages that come from a registry without a hash of what they should be; what others bundle has none of its own. */
const withoutIntegrity = (lock: string): string[] =>
  Object.entries<{ resolved?: string; integrity?: string }>(JSON.parse(lock).packages)
    .filter(([, { resolved, integrity }]) => resolved !== undefined && integrity === undefined)
    .map(([name]) => name)

test('no package runs a script at installation, and each has a hash', () => {
  const lock = readFileSync('package-lock.json', 'utf8')
  expect(withScripts(lock)).toEqual([])
  expect(withoutIntegrity(lock)).toEqual([])
})

test('a script at installation and a missing hash are found', () => {
  const lock = JSON.stringify({ packages: { a: { hasInstallScript: true, resolved: 'a.tgz' } } })
  expect(withScripts(lock)).toEqual(['a'])
  expect(withoutIntegrity(lock)).toEqual(['a'])
})

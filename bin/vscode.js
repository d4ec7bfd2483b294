/** `npm run build:vscode`: the extension for VS Code, with the language server and the page in it, as one .vsix. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, builtPage, root } from './install.js'
import { npmCommand } from './npm.js'

/** Microsoft's own packer; fetched where it is first needed, since it is larger than all that people install. */
const packer = { name: '@vscode/vsce', version: '4.1.0' }
const home = join(root, `node_modules/.cache/vsce-${packer.version}`)
const vsce = join(home, 'node_modules/@vscode/vsce/vsce')

/** The folder of the extension as it will be installed. */
export const stage = join(root, 'dist/vscode/stage')
/** Megabytes. */
export const budget = 9

function run(program, args, cwd = root) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}

/** Whether the packer is here, fetched if it was not; its scripts are not run, since only publishing would need what they fetch. */
export function bringPacker() {
  if (existsSync(vsce)) return true
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }')
  const [npm, before] = npmCommand()
  const what = `${packer.name}@${packer.version}`
  try {
    run(
      npm,
      [...before, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', what],
      home,
    )
  } catch {
    return false
  }
  return existsSync(vsce)
}

/** Everything of the extension in one folder, as it will be installed. */
export function stageExtension() {
  built('whole')
  builtPage()
  run(process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'),
    ...['build', '--logLevel', 'warn', '--mode', 'vscode'],
  ])
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(join(stage, 'server'), { recursive: true })
  const own = join(root, 'editors/vscode')
  for (const file of ['package.json', 'README.md']) cpSync(join(own, file), join(stage, file))
  cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'))
  cpSync(join(root, 'dist/vscode/extension'), stage, { recursive: true })
  cpSync(join(root, 'dist/page'), join(stage, 'page'), { recursive: true })
  cpSync(join(root, 'dist/whole'), join(stage, 'server'), { recursive: true })
  writeFileSync(join(stage, 'server/package.json'), '{ "type": "module" }\n')
  return stage
}

/** Packs what is staged; vsce refuses a manifest that VS Code would not take. Gives the file and its megabytes. */
export function packExtension() {
  const { version } = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'))
  const file = join(root, `dist/vscode/frontage-${version}.vsix`)
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file]
  run(process.execPath, [vsce, 'package', ...options], stage)
  return { file, megabytes: statSync(file).size / 1e6 }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  stageExtension()
  if (!bringPacker()) throw new Error(`${packer.name} could not be fetched; the extension is in ${stage}.`)
  const { file, megabytes } = packExtension()
  process.stdout.write(`${file}: ${megabytes.toFixed(1)} MB; budget ${budget} MB\n`)
  if (megabytes > budget) process.exit(1)
}

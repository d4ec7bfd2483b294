/**
 * What action.yml runs: checks sources, reviews them against the base of the pull request, runs scenarios, and tells it
 * in files, in the summary of the run and in one comment that is updated. Plain Node: nothing is installed or built.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** By it the comment is known again. It is looked for in comments of bots only: anybody can write it. */
const mark = '<!-- frontage-review -->'
/** A comment of GitHub holds 65,536 characters. */
const mostCharacters = 65_000

const env = (name) => process.env[name] ?? ''
const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The command beside this action (a release holds it built), else that of the repository's own dependencies. */
function commandOf(wanted) {
  if (wanted !== '') return wanted.split(/\s+/)
  const own = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  if (existsSync(own)) return [process.execPath, own]
  const installed = join(process.cwd(), 'node_modules/.bin/frontage')
  if (existsSync(installed)) return [installed]
  throw new Error(
    'There is no frontage command: install it in the repository (npm ci before this step), or name it with the input “command”.',
  )
}

/** Runs the command without the token in its environment. */
function frontage(command, args) {
  const [file, ...own] = command
  const { FRONTAGE_TOKEN: _, ...rest } = process.env
  const run = spawnSync(file, [...own, ...args], {
    encoding: 'utf8',
    env: rest,
    maxBuffer: 256 * 1024 * 1024,
  })
  if (run.error) throw run.error
  if (run.stderr !== '') process.stderr.write(run.stderr)
  return { status: run.status ?? 70, text: run.stdout }
}

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' })

/** Whether the base is here, after it was fetched if it was not: a checkout of a pull request has one commit. */
function hasRevision(revision) {
  const isHere = () => git('cat-file', '-e', `${revision}^{commit}`).status === 0
  if (isHere()) return true
  git('fetch', '--quiet', '--depth=1', 'origin', revision)
  return isHere()
}

/** Commands of the runner are lines of standard output; a value must not begin one. */
const notice = (text) =>
  process.stdout.write(`::notice::${text.replaceAll('%', '%25').replaceAll(/[\r\n]+/g, ' ')}\n`)

const eventOf = () => {
  const file = env('GITHUB_EVENT_PATH')
  return file !== '' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** The reviews of all sources as one text; those that no longer fit are told by their first line. */
function joined(reviews) {
  let text = mark
  for (const { source, markdown } of reviews) {
    const whole = `\n\n${markdown.trim()}`
    const [heading = ''] = markdown.trim().split('\n')
    const short = `\n\n${heading}\n\n\`${source.replaceAll('`', '')}\`: the summary of the run has the whole review.`
    text += text.length + whole.length < mostCharacters - 500 * reviews.length ? whole : short
  }
  return `${text}\n`
}

class GitHub {
  constructor(token) {
    this.api = env('GITHUB_API_URL') || 'https://api.github.com'
    this.repository = env('GITHUB_REPOSITORY')
    this.token = token
  }

  async call(method, path, body) {
    const answer = await fetch(`${this.api}/repos/${this.repository}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'user-agent': 'frontage-action',
        'x-github-api-version': '2022-11-28',
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    return { status: answer.status, json: await answer.json().catch(() => null) }
  }

  /** The comment of an earlier run; undefined where there is none, and null where comments may not be read. */
  async earlier(number) {
    for (let page = 1; page <= 30; page += 1) {
      const { status, json } = await this.call('GET', `/issues/${number}/comments?per_page=100&page=${page}`)
      if (status !== 200 || !Array.isArray(json)) return null
      const found = json.find(({ user, body }) => user?.type === 'Bot' && String(body).startsWith(mark))
      if (found) return found.id
      if (json.length < 100) return undefined
    }
    return undefined
  }

  /** Writes or updates the comment; false where the token may not, as in a pull request from a fork. */
  async comment(number, body) {
    const id = await this.earlier(number)
    if (id === null) return false
    const { status } =
      id === undefined
        ? await this.call('POST', `/issues/${number}/comments`, { body })
        : await this.call('PATCH', `/issues/comments/${id}`, { body })
    return status === 200 || status === 201
  }
}

/** A page of the run's summary; one step may write 1 MiB. */
function summarize(text) {
  const file = env('GITHUB_STEP_SUMMARY')
  if (file !== '') appendFileSync(file, `${text.slice(0, 1_000_000)}\n`)
}

const output = (name, value) => {
  const file = env('GITHUB_OUTPUT')
  if (file !== '') appendFileSync(file, `${name}=${value}\n`)
}

/** What this source was at the base; one that is new has nothing to be compared with. */
function reviewOf(command, base, source) {
  const old = `${base}:${source.replace(/^\.\//, '')}`
  if (git('cat-file', '-e', old).status !== 0)
    return {
      source,
      status: 0,
      markdown: `### \`${source.replaceAll('`', '')}\` is new, so there is nothing to compare it with.`,
    }
  const failOn = env('FRONTAGE_FAIL_ON')
  const args = [
    'review',
    old,
    source,
    '--format',
    'markdown',
    ...(failOn === '' ? [] : ['--fail-on', failOn]),
  ]
  const { status, text } = frontage(command, args)
  return {
    source,
    status,
    markdown:
      status > 1
        ? `### \`${source.replaceAll('`', '')}\` could not be reviewed; the log of the run says why.`
        : text,
  }
}

async function tell(text, number) {
  summarize(text)
  if (env('FRONTAGE_COMMENT') === 'false' || number === undefined) return
  const token = env('FRONTAGE_TOKEN')
  const isWritten = token !== '' && (await new GitHub(token).comment(number, text).catch(() => false))
  if (!isWritten)
    notice('The review stands in the summary of this run: the token may not write comments here.')
}

/** Returns the exit status of the step. */
async function main() {
  const command = commandOf(env('FRONTAGE_COMMAND'))
  const sources = lines(env('FRONTAGE_SOURCES'))
  if (sources.length === 0) throw new Error('The input “sources” names nothing.')
  const folder = env('FRONTAGE_OUTPUT') || 'frontage-report'
  mkdirSync(folder, { recursive: true })
  const statuses = []

  const checked = frontage(command, ['check', ...sources, '--format', 'sarif'])
  writeFileSync(join(folder, 'frontage.sarif'), checked.text)
  output('sarif', join(folder, 'frontage.sarif'))
  if (checked.status > 1 || env('FRONTAGE_CHECK') !== 'false') statuses.push(checked.status)

  const scenarios = lines(env('FRONTAGE_SCENARIOS'))
  if (scenarios.length > 0) {
    const tested = frontage(command, ['test', ...scenarios, '--format', 'junit'])
    writeFileSync(join(folder, 'frontage.xml'), tested.text)
    statuses.push(tested.status)
  }
  output('junit', scenarios.length > 0 ? join(folder, 'frontage.xml') : '')

  const { pull_request: pull } = eventOf()
  const base = env('FRONTAGE_BASE') || pull?.base?.sha || ''
  if (base === '') notice('This run belongs to no pull request and names no base, so nothing is reviewed.')
  else if (!hasRevision(base)) notice(`The base ${base} could not be fetched, so nothing is reviewed.`)
  else {
    const reviews = sources.map((source) => reviewOf(command, base, source))
    const text = joined(reviews)
    writeFileSync(join(folder, 'review.md'), text)
    output('review', join(folder, 'review.md'))
    await tell(text, pull?.number)
    statuses.push(...reviews.map(({ status }) => status))
  }
  return Math.max(0, ...statuses)
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stdout.write(
    `::error::${error instanceof Error ? error.message.replaceAll(/[\r\n]+/g, ' ') : 'The action failed.'}\n`,
  )
  process.exitCode = 2
}

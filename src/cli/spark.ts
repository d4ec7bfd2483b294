/** `frontage replay --spark`: writes what Spark needs to replay a log that is larger than a machine. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { whyNotShardable } from '#core/replay/serve/border.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import type { Invalidation } from '#core/replay/serve/replay.ts'
import { sparkJob } from '#core/replay/spark/job.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { SparkJob } from './spark-shard.ts'
import { onSystem } from './system.ts'

/** The built shard beside the built command; code of the command may be in a folder of chunks below it. */
const builtShard = (): URL | undefined =>
  ['./', '../', '../../']
    .map((up) => new URL(`${up}spark-shard.js`, import.meta.url))
    .find((place) => existsSync(place))

/** Why a design cannot be replayed on Spark, as a sentence; null where it can. */
export function whyNotOnSpark(distribution: CompiledDistribution): string | null {
  const crossing = whyNotShardable(distribution)
  if (crossing !== null)
    return `The work cannot be shared out by paths, since ${crossing}; replay on one machine.`
  const runs = distribution.behaviors.find(({ functions }) => Object.keys(functions).length > 0)
  return runs
    ? `“${runs.pattern}” runs edge functions, for which there is no sandbox on Spark; replay on one machine.`
    : null
}

export interface SparkOptions {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly lifetimes: readonly LifetimeRule[]
  readonly invalidations: readonly Invalidation[]
  readonly shards: number
}

const top = 20

/** Writes the job, the shard's program and the design into a folder; gives what is to be called. */
export async function writeSparkJob(
  folder: string,
  options: SparkOptions,
  shard: URL | undefined = builtShard(),
): Promise<string> {
  if (!shard) throw new Error('spark-shard.js is not built.')
  // The text that the design was read from may hold more than the shards need to know.
  const { source: _, layout: __, ...resources } = options.document
  const job: SparkJob = { ...options, document: { ...resources, layout: {} }, top }
  await onSystem(folder, 'write', async () => {
    await mkdir(folder, { recursive: true })
    await copyFile(shard, join(folder, 'shard.mjs'))
    await writeFile(join(folder, 'job.json'), JSON.stringify(job))
    await writeFile(join(folder, 'job.py'), sparkJob)
  })
  return `spark-submit --files shard.mjs,job.json job.py LOGS report.json`
}

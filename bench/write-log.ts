/** Writes a synthetic standard log: `node bench/run.js write-log FILE REQUESTS [HOURS]`. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createGzip } from 'node:zlib'
import { syntheticLog } from '#fixtures/synthetic-log.ts'

const [, , , file = 'cloudfront.log', requests = '100000', hours = '6'] = process.argv
const out = createWriteStream(file)
const sink = file.endsWith('.gz') ? createGzip() : out
if (sink !== out) sink.pipe(out)
for (const portion of syntheticLog({ seed: 1, requests: Number(requests), hours: Number(hours) }))
  if (!sink.write(portion)) await once(sink, 'drain')
sink.end()
await once(out, 'close')

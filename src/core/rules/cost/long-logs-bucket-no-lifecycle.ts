import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { logBucketOf } from '#core/rules/lookup/access-logs.ts'

export const costLongLogsBucketNoLifecycle = defineRule({
  id: 'cost/long-logs-bucket-no-lifecycle',
  severity: 'info',
  sees: 'all',
  profiles: ['cost'],
  summary: 'Logs are never deleted.',
  why: 'Access logs are kept until someone deletes them; without a lifecycle rule the bucket and its bill only grow.',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  code: null,

  *check({ document }) {
    for (const { id, config } of distributionsIn(document)) {
      const bucket = logBucketOf(document, config)
      if (bucket === undefined) continue
      if (valueAt(document.resources[bucket]?.config, ['LifecycleConfiguration']) !== undefined) continue
      yield {
        path: ['resources', bucket, 'config'],
        message: `“${bucket}” keeps the logs of “${id}” for ever; add a LifecycleConfiguration that deletes old ones.`,
        suggestions: [
          setAt(
            ['resources', bucket, 'config', 'LifecycleConfiguration'],
            { Rules: [{ Id: 'DeleteOldLogs', Status: 'Enabled', ExpirationInDays: 90 }] },
            'Delete logs after 90 days',
          ),
        ],
      }
    }
  },
})

import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const tenantConnectionGroupNameUnique = defineNameRule({
  id: 'tenant/connection-group-name-unique',
  type: 'ConnectionGroup',
  things: 'connection groups',
  code: 'EntityAlreadyExists',
  docs: 'CreateConnectionGroup',
})

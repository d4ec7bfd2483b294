import type { Rule } from '#core/rules/harness/rule.ts'
import { tenantCertificate } from './certificate.ts'
import { tenantConnectionGroupNameUnique } from './connection-group-name-unique.ts'
import { tenantDisabled } from './disabled.ts'
import { tenantDistributionMode } from './distribution-mode.ts'
import { tenantDnsTarget } from './dns-target.ts'
import { tenantDomains } from './domains.ts'
import { tenantGeo } from './geo.ts'
import { tenantNameUnique } from './name-unique.ts'
import { tenantParameterCount } from './parameter-count.ts'
import { tenantParameterElsewhere } from './parameter-elsewhere.ts'
import { tenantParameterName } from './parameter-name.ts'
import { tenantParameterReference } from './parameter-reference.ts'
import { tenantParameterRequired } from './parameter-required.ts'
import { tenantParameterUnknown } from './parameter-unknown.ts'
import { tenantParameterValue } from './parameter-value.ts'
import { tenantPrimaryDomain } from './primary-domain.ts'
import { tenantTemplateNotServable } from './template-not-servable.ts'
import { tenantUnsupportedField } from './unsupported-field.ts'
import { tenantWebAcl } from './web-acl.ts'

export const tenantRules: readonly Rule[] = [
  tenantCertificate,
  tenantDisabled,
  tenantDistributionMode,
  tenantDnsTarget,
  tenantDomains,
  tenantGeo,
  tenantParameterCount,
  tenantParameterName,
  tenantParameterReference,
  tenantParameterRequired,
  tenantParameterUnknown,
  tenantPrimaryDomain,
  tenantTemplateNotServable,
  tenantUnsupportedField,
  tenantWebAcl,
  tenantConnectionGroupNameUnique,
  tenantNameUnique,
  tenantParameterElsewhere,
  tenantParameterValue,
]

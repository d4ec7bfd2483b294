import { Cloud } from 'lucide-react'
import { useState } from 'react'
import { byCoverage, type Choice, type ChoiceKind } from '#core/plan/account-choices.ts'
import { choicesInAccount } from '#state/account.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput } from '#ui/fields.tsx'

/** The fields that something of the account can stand in, by their paths below a thing. */
export const fromAccount: Readonly<Record<string, ChoiceKind>> = {
  'ViewerCertificate.ACMCertificateArn': 'certificates',
  WebACLId: 'web-acls',
  DomainName: 'buckets',
}
const nouns: Readonly<Record<ChoiceKind, string>> = {
  certificates: 'a certificate',
  'web-acls': 'a web ACL',
  buckets: 'a bucket',
  'hosted-zones': 'a hosted zone',
  'lambda-versions': 'a version of a function',
}

interface FromAccountProps {
  readonly kind: ChoiceKind
  /** The names of the distribution: certificates for them come first. */
  readonly aliases: readonly string[]
  readonly onChoose: (value: string) => void
}

/** What of the account can stand in a field, read when somebody asks for it. */
export function FromAccount({ kind, aliases, onChoose }: FromAccountProps) {
  const [choices, setChoices] = useState<readonly Choice[] | undefined>(undefined)
  const [isBusy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    const found = await choicesInAccount(kind)
    setBusy(false)
    if (!found.ok) announce(found.error)
    else if (found.value.length === 0) announce(`The account has none that fits: ${nouns[kind]} is needed.`)
    else setChoices(kind === 'certificates' ? byCoverage(found.value, aliases) : found.value)
  }
  if (!choices)
    return (
      <div>
        <Button icon={<Cloud size={14} aria-hidden />} isDisabled={isBusy} onPress={() => void ask()}>
          {isBusy ? 'Asking the account…' : `Choose ${nouns[kind]} of the account`}
        </Button>
      </div>
    )
  return (
    <SelectInput
      label={`Choose ${nouns[kind]} of the account`}
      value=""
      onChange={(value) => {
        if (value === '') return
        onChoose(value)
        setChoices(undefined)
      }}
      choices={[
        { value: '', label: `Choose ${nouns[kind]}…` },
        ...choices.map(({ value, name, detail }) => ({ value, label: `${name} · ${detail}` })),
      ]}
    />
  )
}

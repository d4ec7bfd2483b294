import { isInNetwork } from '#core/trace/engine/ip-address.ts'
import { foreignOf, listOf, textOf } from '#core/trace/waf/json.ts'
import { addressesOf, defineStatement } from '#core/trace/waf/statement.ts'

export const ipSetReference = defineStatement({
  name: 'IPSetReferenceStatement',
  compile(config, { document }) {
    const set = foreignOf(document, config['Arn'], 'AWS::WAFv2::IPSet')
    if (!set) return { unplayed: 'an IP set that is not in the design' }
    const networks = listOf(set.config['Addresses']).map((address) => textOf(address) ?? '')
    const addresses = addressesOf(config['IPSetForwardedIPConfig'])
    return {
      matches: (request) => {
        const found = addresses(request)
        if (typeof found === 'string') return found === 'match'
        return found.some((address) => networks.some((network) => isInNetwork(address, network)))
      },
    }
  },
})

/** The part of a text that is a template: the whole, or what another tool passes on to CloudFormation. */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { isTreeMap } from './scope.ts'

const isResource = (tree: Tree | undefined): tree is TreeMap =>
  isTreeMap(tree) && typeof tree['Type'] === 'string' && tree['Type'].includes('::')

export const isDistribution = (tree: Tree | undefined): tree is TreeMap =>
  isResource(tree) && tree['Type'] === 'AWS::CloudFront::Distribution'

export const hasDistribution = ({ Resources: resources }: TreeMap): boolean =>
  isTreeMap(resources) && Object.values(resources).some((resource) => isDistribution(resource))

/** Resources by their logical IDs, or one alone, as the Serverless Framework takes them from files. */
function resourcesAlone(root: TreeMap): TreeMap | undefined {
  if (isDistribution(root)) return { Resources: { Distribution: root } }
  const all: Tree[] = Object.values(root)
  return all.every((one) => isResource(one)) && all.some((one) => isDistribution(one))
    ? { Resources: root }
    : undefined
}

export function templateIn(root: Tree): TreeMap | undefined {
  if (!isTreeMap(root)) return undefined
  if (isTreeMap(root['Resources'])) return root
  const { resources: passed } = root
  const parts = (Array.isArray(passed) ? passed : [passed]).filter(
    (part): part is TreeMap => isTreeMap(part) && isTreeMap(part['Resources']),
  )
  return parts.find(hasDistribution) ?? parts[0] ?? resourcesAlone(root)
}

/** Rules of continuous-deployment/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'continuous-deployment/frozen-fields':
    'It concerns an update of a distribution with a policy; the plan compares with what is deployed.',
  'continuous-deployment/staging-aliases': 'What it would find is found by alias/staging.',
  'continuous-deployment/promote-etags':
    'It concerns the promotion, which is an operation and no part of a design.',
}

import type { Aspect } from '#core/review/aspect.ts'

const words = (isOn: boolean) => (isOn ? 'gRPC' : 'no gRPC')

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html */
export const grpc: Aspect = {
  what: 'protocol',
  title: 'Whether gRPC is taken',
  reads: ({ raw }) => [raw.GrpcConfig],
  says: ({ behavior }) => words(behavior.grpc),
  field: ({ behavior }) => [...behavior.path, 'GrpcConfig'],
  *compare({ behavior: before }, { behavior: after }) {
    if (before.grpc === after.grpc) return
    yield {
      before: words(before.grpc),
      after: words(after.grpc),
      severity: after.grpc ? 'change' : 'danger',
      text: after.grpc
        ? 'gRPC calls are passed on to the origin as such.'
        : 'gRPC calls are no longer passed on as such, so they fail.',
      kinds: after.grpc ? [] : ['outage'],
      shownBy: [{ method: 'POST', headers: { 'content-type': 'application/grpc', te: 'trailers' } }],
    }
  },
}

/** What a person asked of the simulation and cannot be; the message is one sentence for them. Any other error is ours. */
export class InputFault extends Error {}

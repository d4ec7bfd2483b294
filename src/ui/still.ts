/** For a `Group` of panes: the places where its lines are taken hold of reach beyond it, and where it only hid them it would scroll. */
export const still = { overflow: 'clip' } as const

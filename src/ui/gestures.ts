/** What a person does to go somewhere else in a view. */
export const gestures = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const

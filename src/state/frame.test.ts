import { beforeEach, expect, test } from 'vitest'
import { fold, frameText, isFolded, keepSplit, keepWidth, maximise, resumeFrame, useFrame } from './frame.ts'

beforeEach(() => useFrame.setState(useFrame.getInitialState()))

test('the palette is there for drawing and folded elsewhere, until a person says otherwise', () => {
  expect(isFolded(useFrame.getState(), 'design', 'left')).toBe(false)
  expect(isFolded(useFrame.getState(), 'trace', 'left')).toBe(true)
  fold('trace', 'left', false)
  expect(isFolded(useFrame.getState(), 'trace', 'left')).toBe(false)
  expect(isFolded(useFrame.getState(), 'replay', 'left')).toBe(true)
})

test('folds, widths and splits come back as they were kept; what fills the window does not', () => {
  fold('design', 'right', true)
  keepWidth('left', 251.6)
  keepSplit('trace', { isBeside: false, size: 40 })
  maximise('work')
  const text = frameText(useFrame.getState())
  useFrame.setState(useFrame.getInitialState())
  resumeFrame(text)
  expect(useFrame.getState()).toEqual({
    folded: { 'design right': true },
    widths: { left: 252 },
    splits: { trace: { isBeside: false, size: 40 } },
    maximised: undefined,
  })
})

test.each(['', 'null', '[1]', '{"folded":[1],"widths":{"left":"wide"},"splits":{"trace":{"size":900}}}'])(
  'a kept frame that is not whole leaves the frame as it is made: %s',
  (text) => {
    resumeFrame(text)
    expect(useFrame.getState()).toEqual(useFrame.getInitialState())
  },
)

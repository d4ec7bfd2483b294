import { expect, test } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import {
  addScenarioStep,
  freeScenarioName,
  removeScenario,
  removeScenarioStep,
  renameOriginScripts,
  renameScenario,
  saveScenario,
  saveScenarioWithOrigins,
  setFunctionResult,
  setOriginScript,
  setScenarioStep,
} from './scenarios.ts'

const saved = applyEdit(emptyDesign, saveScenario({ name: 'home', steps: [{ request: { url: '/' } }] }))

test('a scenario is saved in place of one of its name, and gets a free name otherwise', () => {
  const again = applyEdit(saved, saveScenario({ name: 'home', steps: [] }))
  expect(again.scenarios).toEqual([{ name: 'home', steps: [] }])
  expect(freeScenarioName(['home'], 'home')).toBe('home 2')
  expect(freeScenarioName(['home'], 'other')).toBe('other')
})

test('steps are added, changed and removed', () => {
  const longer = applyEdit(saved, addScenarioStep('home', { advance: 60 }))
  const changed = applyEdit(
    longer,
    setScenarioStep('home', 0, { request: { url: '/a' }, expect: { status: 200 } }),
  )
  expect(changed.scenarios[0]?.steps).toEqual([
    { request: { url: '/a' }, expect: { status: 200 } },
    { advance: 60 },
  ])
  expect(applyEdit(changed, removeScenarioStep('home', 0)).scenarios[0]?.steps).toEqual([{ advance: 60 }])
})

test('a scenario is renamed and removed by its name; an unknown name changes nothing', () => {
  expect(applyEdit(saved, renameScenario('home', 'start')).scenarios[0]?.name).toBe('start')
  expect(applyEdit(saved, removeScenario('home')).scenarios).toEqual([])
  expect(applyEdit(saved, removeScenario('other'))).toBe(saved)
})

test('the scripts that a scenario ran with are kept beside the origins, unless the design has its own', () => {
  const own = applyEdit(emptyDesign, setOriginScript('api', [{ response: { status: 204 } }]))
  const edit = saveScenarioWithOrigins(own, { name: 'x', steps: [] }, { api: [{}], site: [{ match: {} }] })
  expect(applyEdit(own, edit).originScripts).toEqual({
    api: [{ response: { status: 204 } }],
    site: [{ match: {} }],
  })
  expect(applyEdit(own, setOriginScript('api', undefined)).originScripts).toEqual({})
})

test('what a function gives is said, and forgotten', () => {
  const told = applyEdit(emptyDesign, setFunctionResult('Gate', { uri: '/a' }))
  expect(told.functionResults).toEqual({ Gate: { uri: '/a' } })
  expect(applyEdit(told, setFunctionResult('Gate', undefined)).functionResults).toEqual({})
})

test('an origin takes its scripts along when it is renamed, unless another has the same Id', () => {
  const own = applyEdit(emptyDesign, setOriginScript('api', [{}]))
  const both = applyEdit(own, saveScenario({ name: 'x', origins: { api: [{ match: {} }] }, steps: [] }))
  const renamed = applyEdit(both, renameOriginScripts('api', 'backend', true))
  expect(renamed.originScripts).toEqual({ backend: [{}] })
  expect(renamed.scenarios[0]?.origins).toEqual({ backend: [{ match: {} }] })
  expect(
    Object.keys(applyEdit(both, renameOriginScripts('api', 'backend', false)).originScripts ?? {}),
  ).toEqual(['api', 'backend'])
})

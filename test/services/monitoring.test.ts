import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMetrics } from '../../src/metrics.ts'
import { type App, startApp } from '../support/app.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

// What is said about the service by the dashboard and the alert rules, held against a running one.

type Panel = {
  id: number
  type: string
  title: string
  gridPos: { x: number; y: number; w: number; h: number }
  datasource: { type: string; uid: string }
  targets: { refId: string; expr: string; legendFormat: string }[]
}
type Dashboard = { uid: string; title: string; schemaVersion: number; panels: Panel[] }

const dashboard = JSON.parse(readRepositoryFile('ops/dashboard.json')) as Dashboard
const rules = readRepositoryFile('ops/alerts.yml')
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((text) => {
    const value = (field: string) =>
      new RegExp(`^ +${field}: '?(.+?)'?$`, 'm').exec(text)?.[1]?.replaceAll("''", "'") ?? ''
    return {
      name: text.split('\n', 1)[0] ?? '',
      ...Object.fromEntries(
        (['expr', 'for', 'severity', 'summary', 'description', 'runbook_url'] as const).map(
          (field) => [field, value(field)] as const,
        ),
      ),
    } as Record<'name' | 'expr' | 'for' | 'severity' | 'summary' | 'description' | 'runbook_url', string>
  })
const used = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: title, expr }))),
  ...rules.map(({ name, expr }) => ({ where: name, expr })),
]

let app: App
let live: string
beforeAll(async () => {
  app = await startApp()
  await app.person('wang').say('帮助')
  live = await (await fetch(`${app.url}/metrics`)).text()
})
afterAll(() => app.stop())

/** Labels Prometheus itself gives to whatever it scrapes, and those of histograms. */
const given = ['instance', 'job', 'le']
const labels = new Map(
  createMetrics()
    .registry.getMetricsAsArray()
    .map((metric) => [metric.name, (metric as unknown as { labelNames?: string[] }).labelNames ?? []]),
)
const base = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '')

test.each(used.map((one) => [one.where, one.expr] as const))('%s: %s', (_where, expr) => {
  const names = [...expr.matchAll(/\bliandong_\w+/g)].map(([name]) => name)
  if (!expr.startsWith('up{')) expect(names.length).toBeGreaterThan(0)
  const known = new Set(given)
  for (const name of names) {
    const there = [name, base(name)].find((one) => live.includes(`# TYPE ${one} `))
    expect(there, name).toBeDefined()
    for (const label of labels.get(there ?? '') ?? []) known.add(label)
  }
  const asked = [
    ...[...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/)),
    ...[...expr.matchAll(/(\w+)=~?"/g)].map(([, label = '']) => label),
  ]
  expect(asked.filter((label) => !known.has(label))).toEqual([])
})

test('every metric of ours is on the dashboard', () => {
  const all = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n')
  const own = [...labels.keys()].filter((name) => !/^liandong_(?:nodejs|process)_/.test(name))
  expect(own.filter((name) => !all.includes(name))).toEqual([])
})

describe('the dashboard', () => {
  test('is one that Grafana takes: ids, places on the grid of 24, a data source to choose', () => {
    const { uid, title, schemaVersion, panels } = dashboard
    expect([uid, title]).toEqual(['liandong', 'Liandong'])
    expect(schemaVersion).toBeGreaterThanOrEqual(39)
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { type, gridPos, datasource, targets } of panels) {
      expect(['timeseries', 'stat']).toContain(type)
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
      expect(datasource).toEqual({ type: 'prometheus', uid: '${datasource}' })
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length)
    }
  })
})

describe('the alert rules', () => {
  const operations = readRepositoryFile('docs/operations.md')
  test.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s says what it is and what to do',
    (name, rule) => {
      expect(name).toMatch(/^Liandong\w+$/)
      expect(rule.for).toMatch(/^\d+[smh]$/)
      expect(['warning', 'critical']).toContain(rule.severity)
      expect(rule.summary).toMatch(/^[A-Z].{10,}/)
      expect(rule.description.length).toBeGreaterThan(10)
      expect(rule.runbook_url).toBe(`docs/operations.md#${name.toLowerCase()}`)
      expect(operations.split(`\n### ${name}\n`)[1]?.split('\n#')[0]?.trim().length).toBeGreaterThan(60)
    },
  )

  test('are a dozen', () => {
    expect(rules.length).toBeGreaterThanOrEqual(12)
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })
})

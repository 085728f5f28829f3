import { describe, expect, test } from 'vitest'
import { certificateContent, type CertifiedLine } from '../../src/domain/certificate-content.ts'
import { certificatePaper } from '../../src/files/certificate-paper.ts'
import type { Certificate, CertificateSnapshot } from '../../src/store/certificates.ts'
import { qrOfPdf, textOfPdf } from '../support/read-pdf.ts'

const certificate: Certificate = {
  _id: '2026-7K3M-9QXP-4TRC',
  person: 'V000123',
  period: { from: '2026-03-01', to: '2026-11-28' },
  minutes: 330,
  issuedAt: new Date('2026-11-28T17:00:00Z'),
  status: 'valid',
  key: 'm-1',
}
const some: CertifiedLine[] = [
  { date: '2026-11-28', title: '探访老人', category: '老人服务', minutes: 180 },
  { date: '2026-03-01', title: '清洁海滩', category: '环保服务', minutes: 150 },
]
const snapshot = (more: Partial<CertificateSnapshot> = {}): CertificateSnapshot => ({
  locale: 'zh-CN',
  org: '示范社工服务中心',
  name: '王桂香',
  handler: '王社工',
  content: certificateContent(some),
  ...more,
})
const paper = (more: Partial<CertificateSnapshot> = {}) =>
  certificatePaper({
    certificate,
    snapshot: snapshot(more),
    zone: 'Asia/Shanghai',
    publicUrl: 'https://liandong.example.org',
  })
const wordsOf = async (bytes: Buffer) => (await textOfPdf(bytes)).join(' ').replaceAll(/\s+/g, '')

describe('the paper of a certificate', () => {
  test('says who, when, what, how long, by whom recorded, and its number', async () => {
    const words = await wordsOf(await paper())
    for (const said of [
      '志愿服务记录证明',
      '编号：2026-7K3M-9QXP-4TRC',
      '王桂香（义工号V000123）于2026年3月1日至2026年11月28日',
      '5小时30分（330分钟）',
      '2026年3月1日清洁海滩2小时30分2026年11月28日探访老人3小时',
      '合计2次5小时30分',
      '记录单位：示范社工服务中心',
      '经办人：王社工',
      // The day in the organisation's zone, where it is past midnight already.
      '出具日期：2026年11月29日',
    ])
      expect(words).toContain(said)
    expect(words).not.toMatch(/标准|GB\/T/)
  })

  test('its QR code leads to the page of its number', async () => {
    expect(qrOfPdf(await paper())).toBe('https://liandong.example.org/verify/2026-7K3M-9QXP-4TRC')
  })

  test('is the same to the byte however often it is made', async () => {
    expect((await paper()).equals(await paper())).toBe(true)
  })

  test('carries only the characters it uses, also those of rare names', async () => {
    const bytes = await paper({ name: '䶮喆㛃' })
    expect(bytes.length).toBeLessThan(60_000)
    expect(await wordsOf(bytes)).toContain('䶮喆㛃')
  })

  test('a long list is summed up by category and stays on one page', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      date: '2026-11-28',
      title: `活动 ${i}`,
      category: i % 3 === 0 ? '环保服务' : '老人服务',
      minutes: 60,
    }))
    const bytes = await paper({ content: certificateContent(many) })
    expect(await textOfPdf(bytes)).toHaveLength(1)
    expect(await wordsOf(bytes)).toContain('共60条记录，按服务类别汇总。')
    expect(await wordsOf(bytes)).toContain('40次老人服务40小时20次环保服务20小时')
  })

  test('twenty lines, one with a very long title, are one page; more categories than fit go on to a second', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => ({
      ...some[0]!,
      title: i === 3 ? '长'.repeat(200) : '探访',
    }))
    expect(await textOfPdf(await paper({ content: certificateContent(lines) }))).toHaveLength(1)
    const categories = Array.from({ length: 45 }, (_, i) => ({ ...some[0]!, category: `类别 ${i}` }))
    expect(await textOfPdf(await paper({ content: certificateContent(categories) }))).toHaveLength(2)
  })

  test('in English', async () => {
    const words = await wordsOf(await paper({ locale: 'en', name: 'Wang Guixiang' }))
    expect(words).toContain('WangGuixiang(volunteernumberV000123)servedasavolunteer(1Mar2026to28Nov2026)')
    expect(words).toContain('Handledby:王社工')
  })
})

import type { Texts } from '../index.ts'

export const pages: Texts['pages'] = {
  lang: 'en',
  tooMany: {
    title: 'Please wait a little',
    wait: (p) => `There were many requests from here. Please try again in ${p.minutes} min.`,
  },
  file: {
    title: 'Download',
    ready: 'Your file is ready. This link works once; please download it on your own device.',
    download: 'Download',
    gone: 'This link has been used or its time is over. Say the same thing in the chat again and you get a new one.',
    unknown: 'There is no such link. Please ask for it in the chat again.',
  },
  verify: {
    title: 'Check a certificate of volunteer service',
    number: 'Number',
    period: 'Period of service',
    time: 'Verified hours',
    status: 'Status',
    states: { valid: 'valid', withdrawn: 'withdrawn' },
    compare: 'Please compare this with the paper. To protect personal data, no name is shown here.',
    unknown:
      'There is no certificate with this number. Please check it; a number looks like 2026-7K3M-9QXP-4TRC.',
  },
}

import { textsFor } from '../locale/index.ts'
import { certificatePaper } from './certificate-paper.ts'
import type { MakeFile } from './index.ts'

/** The paper of a certificate that holds. */
export const certificateFile: MakeFile = async ({ subject }, { store, zone, publicUrl }) => {
  const certificate = await store.certificates.find(subject)
  const snapshot = certificate && store.certificates.open(certificate)
  if (!certificate || !snapshot || certificate.status === 'withdrawn') return undefined
  const { certificate: texts } = textsFor(snapshot.locale)
  return {
    name: texts.fileName({ number: certificate._id }),
    type: 'application/pdf',
    body: await certificatePaper({ certificate, snapshot, zone, publicUrl }),
  }
}

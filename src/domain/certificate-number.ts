/** Crockford's digits: no letter that looks like a digit, none that makes words. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12
const shape = new RegExp(`^\\d{4}[${digits}]{${length}}$`)

/**
 * The number of a certificate, `2026-7K3M-9QXP-4TRC`: the year of issue and 60 bits of `bytes` (8 or more), in groups
 * that can be read out. 60 bits cannot be enumerated: with 16,000 certificates, a thousand guesses a second find one in
 * two thousand years.
 */
export function certificateNumber(bytes: Uint8Array, year: number): string {
  const bits = Buffer.from(bytes.subarray(0, 8)).readBigUInt64BE()
  const code = Array.from({ length }, (_, i) => digits[Number((bits >> BigInt(5 * i)) & 31n)]).join('')
  return grouped(`${year}${code}`)
}

/**
 * A number as somebody copied it: in any case, with or without hyphens, an O for a zero, an I or L for a one. Undefined
 * when it cannot be one.
 */
export function readCertificateNumber(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return shape.test(plain) ? grouped(plain) : undefined
}

const grouped = (plain: string) => (plain.match(/.{4}/g) ?? []).join('-')

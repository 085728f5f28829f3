import type { z } from 'zod'
import { AppError } from '../../errors.ts'

/** What a platform sent, in the shape its documents give. Throws AppError `malformed` that names the field. */
export function checkShape<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const reason = `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`
  throw new AppError('malformed', reason.slice(0, 150))
}

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { defaultRules, type Rules, rulesSchema } from './rules.ts'
import { AppError } from './errors.ts'

/** One setting: its environment name, what it means, and the rule its value must meet. */
export type Setting = {
  name: string
  help: string
  default?: string
  rule: z.ZodType<string>
  secret?: boolean
}

/**
 * The settings of a platform. It is on when all `required` ones are there; some but not all is an error at start.
 * `optional` ones are read only when it is on.
 */
export type PlatformSettings = { required: Setting[]; optional: Setting[] }

const text = z.string().min(1)
const url = z.url()
const onOff = z.enum(['on', 'off'])
const count = z.string().regex(/^[1-9]\d{0,8}$/, 'a number of at least 1')

/** Every setting that does not belong to a platform, in the order of the documentation. */
export const settings = [
  {
    name: 'PORT',
    default: '3000',
    help: 'port to listen on',
    rule: z.string().regex(/^\d{1,5}$/, 'a port number'),
  },
  { name: 'HOST', default: '127.0.0.1', help: 'address to listen on (0.0.0.0 in the image)', rule: text },
  {
    name: 'MONGODB_URI',
    help: 'MongoDB-protocol server; npm start brings a local one',
    rule: text,
    secret: true,
  },
  { name: 'MONGODB_DATABASE', default: 'liandong', help: 'database name', rule: text },
  { name: 'REDIS_URL', help: 'Redis; npm start brings a local one', rule: text, secret: true },
  {
    name: 'REDIS_PREFIX',
    default: 'liandong',
    help: 'prefix of every Redis key',
    rule: z.string().regex(/^[\w-]+$/),
  },
  { name: 'ROLES', default: 'web,workers,bots', help: 'which roles this process runs', rule: text },
  {
    name: 'NODE_ENV',
    default: 'development',
    help: 'production refuses auto-started databases, demo data and a missing DATA_KEY or PUBLIC_URL',
    rule: text,
  },
  { name: 'ORG_NAME', default: '示范社工服务中心', help: 'name of the organisation', rule: text },
  {
    name: 'ORG_TIMEZONE',
    default: 'Asia/Shanghai',
    help: 'zone in which days begin and times are spoken',
    rule: text,
  },
  {
    name: 'ORG_LOCALE',
    default: 'zh-CN',
    help: 'language of those who have chosen none: zh-CN or en',
    rule: z.enum(['zh-CN', 'en']),
  },
  {
    name: 'ORG_RULES',
    help: 'rules of its own as JSON, such as {"lateHours":12}; docs/rules.md has them all',
    rule: text,
  },
  {
    name: 'ADMIN_CLAIM_CODE',
    help: 'code for the first admin (16 characters or more); made and printed at first start if missing',
    rule: z.string().min(16, 'at least 16 characters'),
    secret: true,
  },
  {
    name: 'DATA_KEY',
    help: '32 bytes in base64 that encrypt personal fields; made in ./data if missing, refused in production',
    rule: z.string().refine((value) => Buffer.from(value, 'base64').length === 32, '32 bytes in base64'),
    secret: true,
  },
  {
    name: 'PUBLIC_URL',
    help: 'address in links; http://HOST:PORT if missing, refused in production',
    rule: url,
  },
  {
    name: 'PROXIES',
    default: '0',
    help: 'proxies before this service that add to X-Forwarded-For: 0 to 9; needed to tell clients of the public pages apart',
    rule: z.string().regex(/^\d$/, 'a number from 0 to 9'),
  },
  {
    name: 'PLAYGROUND',
    help: 'web playground, on the loopback only: on or off; on while no other platform is set and not in production',
    rule: onOff,
  },
  {
    name: 'SENDER_QUEUE_LIMIT',
    default: '200',
    help: 'messages of one sender that may wait; more are answered 503, since nobody writes so many by hand',
    rule: count,
  },
  {
    name: 'QUEUE_LIMIT',
    default: '20000',
    help: 'messages that may wait in all (some 20 s of work); above it only senders with fewer than 5 waiting are taken',
    rule: count,
  },
  {
    name: 'QUEUE_AGE_LIMIT',
    default: '30',
    help: 'seconds a message may wait before the same holds: people notice from then on',
    rule: count,
  },
  {
    name: 'METRICS_PORT',
    help: 'port of /metrics, /healthz and /readyz in a process without the role web; none if missing',
    rule: z.string().regex(/^\d{1,5}$/, 'a port number'),
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    help: 'pino level: debug, info, warn, error, silent',
    rule: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
  },
] as const satisfies readonly Setting[]

/** The roles one process may run; each is also a top folder. */
export const roles = ['web', 'workers', 'bots'] as const
export type Role = (typeof roles)[number]

export type Config = {
  port: number
  host: string
  mongodbUri: string
  mongodbDatabase: string
  redisUrl: string
  redisPrefix: string
  roles: Role[]
  production: boolean
  orgName: string
  timezone: string
  locale: 'zh-CN' | 'en'
  rules: Rules
  adminClaimCode: string | undefined
  dataKey: Buffer | undefined
  publicUrl: string
  /** Proxies that tell the client's address; 0: the address that connects is the client's. */
  proxies: number
  playground: boolean
  /** How much may wait: of one sender, in all, and how long (milliseconds). */
  limits: { most: number; letters: number; ageMs: number }
  /** Where a process without the role web tells its metrics. */
  metricsPort: number | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Settings of each platform that is on, by platform name. */
  platforms: Record<string, Record<string, string>>
}

/** The playground has no quiet hours: whoever tries it at night shall see a call arrive. */
const nobodySleeps = { quietFrom: '00:00', quietUntil: '00:00' }

type Env = Record<string, string | undefined>
type Named = { name: string; settings: PlatformSettings }

/**
 * Reads the environment once; nothing else does. Pure but for `<NAME>_FILE`, read through `readFile`.
 * Throws AppError `config` that lists everything that is wrong at once, with what to do.
 */
export function loadConfig(env: Env, platforms: readonly Named[] = [], readFile = readSecretFile): Config {
  const problems: string[] = []
  const read = (setting: Setting): string | undefined => {
    const file = env[`${setting.name}_FILE`]
    const raw = env[setting.name] || (file ? readFile(file) : undefined) || setting.default
    if (raw === undefined) return undefined
    const result = setting.rule.safeParse(raw)
    if (result.success) return result.data
    problems.push(`${setting.name}: ${result.error.issues[0]?.message ?? 'not valid'} (${setting.help})`)
    return undefined
  }

  const value = Object.fromEntries(settings.map((setting) => [setting.name, read(setting)]))
  for (const name of ['MONGODB_URI', 'REDIS_URL'])
    if (!value[name])
      problems.push(`${name} is missing: set it, or use npm start, which brings local servers`)

  const wanted = (value.ROLES ?? '').split(',').map((role) => role.trim())
  const known = roles.filter((role) => wanted.includes(role))
  if (known.length !== wanted.length) problems.push(`ROLES: use ${roles.join(', ')}`)
  if (!isZone(value.ORG_TIMEZONE)) problems.push('ORG_TIMEZONE: use a zone name such as Asia/Shanghai')

  const rules = readRules(value.ORG_RULES, problems)

  const configured: Config['platforms'] = {}
  for (const { name, settings: own } of platforms) {
    if (own.required.length === 0) continue
    const found = own.required.map((setting) => [setting.name, read(setting)] as const)
    const missing = found.filter(([, text]) => text === undefined).map(([setting]) => setting)
    const given = own.required.filter((setting) => env[setting.name] || env[`${setting.name}_FILE`])
    if (given.length === 0) continue
    if (missing.length > 0) problems.push(`${name} is half set: also set ${missing.join(', ')}`)
    const rest = own.optional.map((setting) => [setting.name, read(setting)] as const)
    configured[name] = Object.fromEntries(
      [...found, ...rest].flatMap(([key, text]) => (text ? [[key, text]] : [])),
    )
  }

  const production = value.NODE_ENV === 'production'
  if (production)
    for (const name of ['DATA_KEY', 'PUBLIC_URL'])
      if (!value[name]) problems.push(`${name} must be set in production`)
  const playground =
    value.PLAYGROUND === 'on' ||
    (value.PLAYGROUND === undefined && !production && Object.keys(configured).length === 0)
  if (value.PLAYGROUND === 'on' && production) problems.push('PLAYGROUND: cannot be on in production')
  if (value.PLAYGROUND === 'on' && Object.keys(configured).length > 0)
    problems.push(`PLAYGROUND: cannot be on beside a real platform (${Object.keys(configured).join(', ')})`)
  if (playground) configured.playground = {}

  if (problems.length > 0)
    throw new AppError('config', `settings need attention:\n- ${problems.join('\n- ')}`)
  return {
    port: Number(value.PORT),
    host: value.HOST ?? '127.0.0.1',
    mongodbUri: value.MONGODB_URI ?? '',
    mongodbDatabase: value.MONGODB_DATABASE ?? 'liandong',
    redisUrl: value.REDIS_URL ?? '',
    redisPrefix: value.REDIS_PREFIX ?? 'liandong',
    roles: known,
    production,
    orgName: value.ORG_NAME ?? '',
    timezone: value.ORG_TIMEZONE ?? 'Asia/Shanghai',
    locale: value.ORG_LOCALE === 'en' ? 'en' : 'zh-CN',
    rules: playground && !value.ORG_RULES ? { ...rules, ...nobodySleeps } : rules,
    adminClaimCode: value.ADMIN_CLAIM_CODE,
    dataKey: value.DATA_KEY ? Buffer.from(value.DATA_KEY, 'base64') : undefined,
    publicUrl: (value.PUBLIC_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/+$/, ''),
    proxies: Number(value.PROXIES),
    playground,
    limits: {
      most: Number(value.SENDER_QUEUE_LIMIT),
      letters: Number(value.QUEUE_LIMIT),
      ageMs: Number(value.QUEUE_AGE_LIMIT) * 1000,
    },
    metricsPort: value.METRICS_PORT === undefined ? undefined : Number(value.METRICS_PORT),
    logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).parse(value.LOG_LEVEL ?? 'info'),
    platforms: configured,
  }
}

/** What is not said stands as it is; what is not known is wrong, since a rule with a typing error would not hold. */
function readRules(text: string | undefined, problems: string[]): Rules {
  if (text === undefined) return defaultRules
  const result = rulesSchema.safeParse(parseJson(text))
  if (result.success) return result.data
  for (const { path, message } of result.error.issues)
    problems.push(`ORG_RULES: ${[path.join('.'), message].filter(Boolean).join(': ')} (see docs/rules.md)`)
  return defaultRules
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new AppError('config', `cannot read the settings file ${path}`, { cause })
  }
}

function isZone(zone: string | undefined): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format() !== ''
  } catch {
    return false
  }
}

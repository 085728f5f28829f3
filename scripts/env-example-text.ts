import { platforms } from '../bots/index.ts'
import { type Setting, settings } from '../src/config.ts'

const line = ({ name, help, default: value }: Setting) => `# ${help}\n# ${name}=${value ?? ''}\n`

/** `.env.example`, made of the settings themselves: what each means, its default, and those of every platform. */
export function envExample(): string {
  const own = settings.map(line).join('\n')
  const channels = platforms
    .filter(({ settings: { required, optional } }) => required.length + optional.length > 0)
    .map(
      ({ name, settings: { required, optional } }) =>
        `# --- platform ${name} ---\n${[...required, ...optional].map(line).join('\n')}`,
    )
  return [
    '# Settings of the service. Take the # away from those you set. Any of them can be read from a file: <NAME>_FILE.\n',
    own,
    ...channels,
  ].join('\n')
}

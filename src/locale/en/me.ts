import type { Texts } from '../index.ts'

export const me: Texts['me'] = {
  who: (p) => `${p.name}, volunteer number ${p.number}`,
  roles: (p) => `Roles: ${p.roles}`,
  role: (p) => (p.scope ? `${p.role} (${p.scope})` : p.role),
  noRoles: 'Roles: volunteer, not in a team yet',
  between: ', ',
  hours: (p) => `Hours: ${p.verified} verified${p.pending ? `, ${p.pending} waiting` : ''}`,
  star: (p) => (p.star === 0 ? 'Star: none yet' : `Star: eligible for ${p.star}`),
  nextStar: (p) => {
    const conditions = [
      p.missing ? `${p.missing} to go` : '',
      p.notBefore ? `not before ${p.notBefore}` : '',
    ].filter((part) => part !== '')
    return `; star ${p.star}: ${conditions.join(', ')}`
  },
  next: (p) => `Next: ${p.list}`,
  activity: (p) => `${p.code} ${p.when} ${p.title}${p.waiting ? ' (waiting)' : ''}`,
  nothingNext: 'Nothing next; say "list" to see what there is.',
  optedOut: 'You get no calls; say "start" to get them again.',
  list: 'list',
}

import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const post: Texts['post'] = {
  askTitle: 'What is the activity called? For example "Home visits".',
  askCategory: (p) => `Which kind of service? ${p.categories}`,
  noCategory: (p) => `There is no category "${p.category}"; please choose one: ${p.categories}`,
  askStart: 'When? Please give the day and both times, for example "sat 9:00-12:00".',
  unclearStart: (p) =>
    `From when to when is "${p.said}"? Please give the day and both times, for example "sat 9:00-12:00".`,
  past: (p) => `${p.when} is over already; please say the time again, for example "sat 9:00-12:00".`,
  endBeforeStart: 'It has to end after it starts; please say the time again, for example "sat 9:00-12:00".',
  askPlace: 'Where?',
  askPlaces: 'How many people? For example "10".',
  wrongPlaces: 'Please give a number of people from 1 to 100000, for example "10".',
  askTeam: (p) => `Which team is it for? ${p.teams}`,
  notYours: (p) => `Activities of ${p.team} are made by its leader or social worker; please ask them.`,
  between: ', ',
  check: 'Please check:',
  what: (p) => `${p.title} (${p.category}, ${p.team ?? 'no team'})`,
  when: (p) => `${p.when}${p.rest ? `, ${p.rest} break` : ''}`,
  where: (p) => `${p.place}, ${counted(p.places, 'person', 'people')}`,
  conditions: (p) =>
    [
      p.risk ? `Risk: ${p.risk}` : '',
      p.dangerous ? 'dangerous: from 18 years on, insurance first' : '',
      p.minAge ? `from ${p.minAge} years on` : '',
      p.skills ? `skills: ${p.skills}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  confirm: 'Answer "yes" and it is posted.',
  done: (p) =>
    `Posted: ${p.code} ${p.title}, ${p.when}.\nSay "call ${p.code}" to ask people to come, "roster ${p.code}" to see who signed up.`,
  next: (p) => [`call ${p.code}`, p.code],
}

import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const edit: Texts['edit'] = {
  fields: {
    served: 'people served',
    places: 'number of places',
    place: 'place',
    title: 'title',
    meetAt: 'meeting point',
    bring: 'things to bring',
  },
  askChange: (p) =>
    `What about ${p.code}? Say "places 15", "place …", "title …", "meeting point …" or "bring …"; for the time say "reschedule ${p.code} sat 9:00-12:00".`,
  useReschedule: (p) =>
    `For the time say "reschedule ${p.code} sat 9:00-12:00"; everybody signed up is told.`,
  same: (p) => `The ${p.field} of ${p.code} is ${p.value} already; nothing changed.`,
  done: (p) => `The ${p.field} of ${p.code}: ${p.was === undefined ? '' : `${p.was} → `}${p.to}. `,
  telling: (p) => `Telling ${counted(p.count, 'person', 'people')}. `,
  offering: 'The new places are offered to the waiting list in its order.',
  tooFew: (p) =>
    `${p.taken} places of ${p.code} are taken, so it cannot have ${p.places}. Ask some to cancel first.`,
  changedMeanwhile: (p) => `${p.code} was changed by somebody else just now; say "${p.code}" to see it.`,
  told: (p) =>
    `${p.what}: the ${p.field} has changed${p.was === undefined ? '' : ` from ${p.was}`} to ${p.to}.`,
}

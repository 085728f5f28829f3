import type { Person } from '../../store/people.ts'

/** Whether somebody else has consented for this person, and they have not done so themselves. */
export const isWard = ({
  guardians = [],
  consent,
  closed,
}: Pick<Person, 'guardians' | 'consent' | 'closed'>): boolean =>
  guardians.length > 0 && consent === undefined && closed === undefined

import type { Texts } from '../index.ts'

export const checkin: Texts['checkin'] = {
  which: 'Into which activity? Answer with its code.',
  one: (p) => `checkin ${p.code} ${p.title}`,
  nothing: 'There is nothing you could check into now. Say "shifts" to see where you are expected.',
  done: (p) => `Checked in: ${p.code} ${p.title}, ${p.when}. When you leave, say "checkout ${p.code}".`,
  leave: (p) => `checkout ${p.code}`,
  closed: {
    cancelled: (p) => `${p.code} was called off, there is no need to check in.`,
    too_early: (p) => `You can check into ${p.code} from ${p.from} on.`,
    over: (p) => `${p.code} is over (${p.range}). If you were there, say "log ${p.code}" and how long.`,
    already: (p) => `You have checked into ${p.code} already.`,
    no_place: (p) =>
      `You are still waiting for a place at ${p.code}. If you are there, ask the social worker or leader on the spot.`,
    not_signed_up: (p) =>
      `You are not on the list of ${p.code}. Say "signup ${p.code}"; if that does not work, the social worker on the spot can add you.`,
    no_code: (p) => `${p.code} has a code that is shown there. Please answer with its four digits.`,
    wrong_code: () =>
      'That is not the code. Please look at the four digits shown there and answer with them.',
  },
}

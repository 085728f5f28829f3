import type { Texts } from '../index.ts'

export const skills: Texts['skills'] = {
  command: (p) => `skills ${p.skills}`,
  none: 'No skill of yours is noted yet. Say for example "skills first-aid, Cantonese", and activities that need them find you.',
  known: (p) =>
    `Your skills: ${p.skills}. To change them, say them all again, for example "skills first-aid, Cantonese".`,
  noted: (p) => `Noted, your skills: ${p.skills}.`,
  cleared: 'All right, no skill of yours is noted any more.',
}

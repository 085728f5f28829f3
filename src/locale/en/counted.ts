/** `1 place`, `2 places`, `2 people`: a number and what is counted. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** The path of a one-time link in something that was said. */
export function linkIn(text: string): string {
  const path = /\/files\/[\w-]+/.exec(text)?.[0]
  if (!path) throw new Error(`there is no link in: ${text}`)
  return path
}

/** Presses the button behind a one-time link and fetches the file it leads to, as a browser does. */
export async function download(appUrl: string, path: string) {
  const response = await fetch(`${appUrl}${path}`, { method: 'POST' })
  const disposition = response.headers.get('content-disposition') ?? ''
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? []
  const [, plain = ''] = /filename="([^"]+)"/.exec(disposition) ?? []
  return {
    status: response.status,
    name: encoded ? decodeURIComponent(encoded) : plain,
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  }
}

/** Posts a request as a platform does, and gives status and body of the answer. */
export async function postWebhook(
  url: string,
  {
    query,
    headers,
    body,
    method = 'POST',
  }: {
    query: URLSearchParams
    headers: Record<string, string>
    body: Buffer
    method?: string
  },
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}?${query}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
  })
  return { status: response.status, text: await response.text() }
}

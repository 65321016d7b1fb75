let ahead = 0

/** Learns from an answer of the service what time it is there; a desk's own clock may be wrong. */
export function noteDate(response: Response): void {
  const there = Date.parse(response.headers.get('Date') ?? '')
  if (!Number.isNaN(there)) {
    ahead = there - Date.now()
  }
}

/** What time it is for the service, to the second; this desk's time until it has answered. */
export const serviceNow = (): number => Date.now() + ahead

/** Keys for a form's creations: what is sent again is created once, what was changed is another thing. */
export function creationKeys(): (body: unknown) => string {
  let sent = ''
  let key = ''
  return (body) => {
    const now = JSON.stringify(body)
    if (now !== sent) {
      sent = now
      key = crypto.randomUUID()
    }
    return key
  }
}

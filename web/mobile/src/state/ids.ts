/** A name that nobody else makes: for a scan, a creation, a device. No secret. */
export function newId(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}

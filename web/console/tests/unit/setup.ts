// jsdom has neither; the pages ask for both when they begin.
globalThis.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
})) as unknown as typeof matchMedia
globalThis.PageTransitionEvent ??= class extends Event {
  readonly persisted: boolean

  constructor(type: string, { persisted = false }: PageTransitionEventInit = {}) {
    super(type)
    this.persisted = persisted
  }
}

/** How the page was come to, as far as it matters here: loaded anew. */
Object.defineProperty(performance, 'getEntriesByType', {
  value: () => [{ type: 'reload' }],
  configurable: true,
  writable: true,
})

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

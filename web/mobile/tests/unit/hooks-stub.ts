const hooks = new Map<string, (() => void)[]>()

function on(name: string) {
  return (hook: () => void) => {
    hooks.set(name, [...(hooks.get(name) ?? []), hook])
  }
}

/** In the place of `@dcloudio/uni-app`: a page whose life the test plays. */
export const onShow = on('show')
export const onHide = on('hide')
export const onUnload = on('unload')
export const onLoad = on('load')

export function play(name: 'show' | 'hide' | 'unload'): void {
  hooks.get(name)?.forEach((hook) => hook())
}

export function forget(): void {
  hooks.clear()
}

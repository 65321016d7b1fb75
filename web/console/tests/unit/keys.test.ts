import { afterEach, describe, expect, it } from 'vitest'
import { mount } from '@vue/test-utils'
import { defineComponent } from 'vue'
import { preferences } from '@/preferences'
import { meantForPage, useKeys } from '@/ui/keys'

function pressedIn(html: string, init: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html
  let meant = false
  const listen = (event: KeyboardEvent) => (meant = meantForPage(event))
  document.addEventListener('keydown', listen)
  const target = document.querySelector('#here') ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, ...init }))
  document.removeEventListener('keydown', listen)
  return meant
}

afterEach(() => (document.body.innerHTML = ''))

describe('keys', () => {
  it('should be meant for the page on a button, a check box and nothing at all', () => {
    expect(pressedIn('')).toBe(true)
    expect(pressedIn('<button id="here"></button>')).toBe(true)
    expect(pressedIn('<input type="checkbox" id="here" />')).toBe(true)
  })

  it('should belong to a field in which somebody types', () => {
    expect(pressedIn('<input id="here" />')).toBe(false)
    expect(pressedIn('<textarea id="here"></textarea>')).toBe(false)
  })

  it('should do nothing behind an open dialog, and again when it is closed', () => {
    expect(pressedIn('<div class="el-overlay"></div>')).toBe(false)
    expect(pressedIn('<div class="el-overlay" style="display: none"></div>')).toBe(true)
  })

  it('should do nothing where single keys are switched off, but those that always do', () => {
    const done: string[] = []
    const page = mount(
      defineComponent(() => {
        useKeys({ a: () => done.push('a'), '?': () => done.push('?') }, { always: ['?'] })
        return () => undefined
      }),
    )
    const press = (key: string) => dispatchEvent(new KeyboardEvent('keydown', { key }))
    press('a')
    preferences.keys = false
    press('a')
    press('?')
    preferences.keys = true
    page.unmount()
    press('a')
    expect(done).toEqual(['a', '?'])
  })

  it('should leave the browser its own', () => {
    expect(pressedIn('', { ctrlKey: true })).toBe(false)
    expect(pressedIn('', { isComposing: true })).toBe(false)
  })
})

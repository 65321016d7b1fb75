import type { Component } from 'vue'
import type { Role } from '@/session/session'

/** Where a page stands in the menu. */
export type Group = 'review' | 'coverage' | 'inspections' | 'tracing' | 'control' | 'administration' | 'audit'

/** A page of the console. Its address holds ids and filters, never a personal value. */
export interface Page {
  path: string
  title: () => string
  /** Whoever has one of these rights. */
  roles: readonly Role[]
  view: () => Promise<{ default: Component }>
  /** Where the menu leads to it; pages without are reached from others. */
  menu?: Group
}

import type { Component } from 'vue'
import { Coordinate, DataAnalysis, Files, List, Lock, Setting, View } from '@element-plus/icons-vue'
import type { Group, Page } from './page'
import { pages } from './pages'
import { permitted } from './router'
import { texts } from '@/i18n'

const names = texts({
  zh: {
    review: '申请审核',
    coverage: '摸排与覆盖',
    inspections: '督导检查',
    tracing: '流调溯源',
    control: '管控',
    administration: '系统管理',
    audit: '审计',
  },
  en: {
    review: 'Review',
    coverage: 'Survey and coverage',
    inspections: 'Inspections',
    tracing: 'Tracing',
    control: 'Control',
    administration: 'Administration',
    audit: 'Audit',
  },
})

const ICONS: Record<Group, Component> = {
  review: List,
  coverage: DataAnalysis,
  inspections: Files,
  tracing: Coordinate,
  control: Lock,
  administration: Setting,
  audit: View,
}

/** A heading of the menu, with the pages under it that the account may see. */
export interface MenuGroup {
  group: Group
  name: string
  icon: Component
  pages: Page[]
}

export function menu(): MenuGroup[] {
  return (Object.keys(ICONS) as Group[])
    .map((group) => ({
      group,
      name: names(group),
      icon: ICONS[group],
      pages: pages.filter((page) => page.menu === group && permitted(page.roles)),
    }))
    .filter((entry) => entry.pages.length > 0)
}

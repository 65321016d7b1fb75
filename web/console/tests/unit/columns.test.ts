import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { preferences } from '@/preferences'
import { useColumns } from '@/ui/columns'

const COLUMNS = [
  { key: 'name', title: 'Name', fixed: true },
  { key: 'type', title: 'Type' },
  { key: 'address', title: 'Address' },
]

beforeEach(() => (preferences.hidden = {}))

describe('the columns of a table', () => {
  it('should be remembered by this desk as they were chosen, for that table', async () => {
    const columns = useColumns('venues', () => COLUMNS)
    columns.choose(['address'])
    await nextTick()
    expect(columns.shown.value.map(({ key }) => key)).toEqual(['name', 'address'])
    expect(JSON.parse(localStorage.getItem('console.preferences') ?? '').hidden).toEqual({ venues: ['type'] })
    expect(useColumns('others', () => COLUMNS).shown.value).toHaveLength(3)
  })

  it('should never lose one that is fixed', () => {
    const columns = useColumns('venues', () => COLUMNS)
    columns.choose([])
    expect(columns.shown.value.map(({ key }) => key)).toEqual(['name'])
    expect(columns.chosen.value).toEqual([])
  })
})

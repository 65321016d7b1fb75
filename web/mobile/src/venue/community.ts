import { shallowReactive } from 'vue'
import { explain } from '@/state/failure'
import { divisionsBelow, levelsTo, type Level } from './divisions'

/** The tree of divisions as a person goes down it, one choice for each level. */
export interface CommunityChoice {
  levels: Level[]
  busy: boolean
  /** Why the next level is not there. */
  message: string
  choose: (depth: number, code: string) => Promise<void>
  /** Goes on where it stopped. */
  load: () => Promise<void>
}

/** Begins at that community, or at the roots; tells the community once one is reached. */
export function communityChoice(code: string, tell: (community: string) => void): CommunityChoice {
  let newest = 0

  const choice: CommunityChoice = shallowReactive<CommunityChoice>({
    levels: [],
    busy: false,
    message: '',
    async choose(depth, chosen) {
      const level = choice.levels[depth]
      const division = level?.choices.find((one) => one.code === chosen)
      if (level === undefined || division === undefined) {
        return
      }
      choice.levels = [...choice.levels.slice(0, depth), { ...level, chosen }]
      tell(division.level === 'COMMUNITY' ? chosen : '')
      await choice.load()
    },
    load: (): Promise<void> =>
      attempt(async () => (choice.levels.length === 0 && code !== '' ? levelsTo(code) : deeper())),
  })

  /** The levels below what is chosen; where there is one choice only, it is chosen. */
  async function deeper(): Promise<Level[]> {
    const levels = [...choice.levels]
    for (;;) {
      const last = levels[levels.length - 1]
      const parent = last?.choices.find((one) => one.code === last.chosen)
      if (last !== undefined && (parent === undefined || parent.level === 'COMMUNITY')) {
        return levels
      }
      const choices = await divisionsBelow(parent?.code)
      const only = choices.length === 1 && choices[0]?.level !== 'COMMUNITY' ? choices[0]?.code : undefined
      levels.push({ choices, chosen: only ?? '' })
    }
  }

  async function attempt(work: () => Promise<Level[]>): Promise<void> {
    const mine = ++newest
    choice.busy = true
    choice.message = ''
    try {
      const levels = await work()
      if (mine === newest) {
        choice.levels = levels
      }
    } catch (failure) {
      if (mine === newest) {
        choice.message = explain(failure)
      }
    } finally {
      if (mine === newest) {
        choice.busy = false
      }
    }
  }

  return choice
}

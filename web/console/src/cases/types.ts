import type { Schema } from '@/api/client'

export type Case = Schema['Case']
export type CaseDetails = NonNullable<Case['details']>
export type Contact = Schema['CaseContact']
export type Grade = Schema['ContactGrade']
export type FollowUp = Schema['FollowUp']
export type FollowUpState = Schema['FollowUpState']
export type Graph = Schema['CaseGraph']
export type GraphNode = Graph['nodes'][number]
export type Revision = Schema['CaseRevision']
export type Statement = Schema['Statement']
export type Trajectory = Schema['Trajectory']
export type TracedStay = Trajectory['items'][number]
export type Drill = Schema['Drill']

export const GRADES: Grade[] = ['CERTAIN', 'PROBABLE', 'POSSIBLE']
export const STATES: FollowUpState[] = ['NEW', 'ASSIGNED', 'NOT_REACHED', 'CALLED', 'ISOLATED', 'RELEASED']
/** What a member of the team can note of a contact. */
export const OUTCOMES = ['NOT_REACHED', 'CALLED', 'ISOLATED', 'RELEASED'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** How much of a list the service gives at once. */
export const MOST_AT_ONCE = 200

/** The shapes that travel between the pages and the server, by the names the pages use. All but a few come from the generated file. */
import type { components } from './schema'

type Schemas = components['schemas']

/** An answer is always whole: what may be left out of a request is there in what comes back. */
export type Full<T> = T extends (infer Item)[] ? Full<Item>[] : T extends object ? { [Key in keyof T]-?: Full<Exclude<T[Key], undefined>> } : T

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type ProblemBody = Schemas['Problem']
export type FieldProblem = Schemas['Fault']

export type Account = Full<Schemas['User']>
export type Role = Account['role']
export type AccountChange = Schemas['AccountChange']
export type Token = Full<Schemas['TokenView']>
export type NewToken = Full<Schemas['NewToken']>
export type TokenWish = Schemas['TokenWish']
export type Scope = Token['scopes'][number]
export type Persona = Full<Schemas['Persona']>
export type Pace = Full<Schemas['Pace']>
export type Influencer = Full<Schemas['InfluencerOut']>
export type Mode = Influencer['mode']
export type ConsentForm = Schemas['Signature']
export type Consent = Full<Schemas['Consent']>
export type Passport = Full<Schemas['Passport']>
export type Revoked = Full<Schemas['Revoked']>
export type Look = { [key: string]: Json }
/** A portrait; `real` when it was uploaded as the photograph of a real person. */
export type Face = { key: string; url: string; look?: Look | null; real?: boolean }

export type Overview = Full<Schemas['OverviewOut']>
export type Need = Full<Schemas['NeedOut']>
export type Series = Full<Schemas['SeriesOut']>

export type Life = Full<Schemas['LifeOut']>
export type LifeItem = Full<Schemas['ItemOut']>
export type LifePost = Full<Schemas['PostOut']>
export type Preview = Full<Schemas['PreviewOut']>
export type Difference = Full<Schemas['DifferenceOut']>
export type Counts = Full<Schemas['CountsOut']>
export type ScriptAnswer = Full<Schemas['ScriptOut']>
export type ScriptLine = ScriptAnswer['lines'][number]
export type Revision = Full<Schemas['RevisionOut']>

export type Script = Full<Schemas['Script']>
export type Failure = Full<Schemas['FailureOut']>
export type Stage = 'script' | 'storyboard' | 'first_frame' | 'film' | 'thumbnail' | 'publish'
export type Video = Full<Schemas['VideoOut']>
export type Attempt = Full<Schemas['StepOut']>
export type MadeStage = NonNullable<Schemas['Again']['stage']>
export type VideoStatus = Video['status']
export type Kind = Video['kind']
export type VideoChanged = Full<Schemas['VideoChanged']>
export type VideoBody = Schemas['VideoChanges']
export type Schedule = Full<Schemas['Schedule']>
export type ScheduleSeen = Full<Schemas['ScheduleOut']>
export type ScheduleChange = Schemas['ScheduleChanges']
export type ScheduleBody = Schemas['Wanted']

export type Sponsor = Full<Schemas['SponsorOut']>
export type ProductInfo = Sponsor['product_info']
export type Match = Full<Schemas['SponsorMatch']>
export type Channel = Full<Schemas['ChannelOut']>
export type ChannelWish = Full<Schemas['Agreement']>
export type Publication = Full<Schemas['PublicationOut']>
export type Try = Full<Schemas['AttemptOut']>
export type Receipt = Full<Schemas['ReceiptOut']>
export type Spending = Full<Schemas['Spending']>
export type Halted = Full<Schemas['Halted']>
export type InitBody = Schemas['Wizard']
export type Draft = { id: string; step: number; fields: { [key: string]: Json }; updated_at: string; rev: number }

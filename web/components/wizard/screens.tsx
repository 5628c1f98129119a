'use client'
import type { ComponentType } from 'react'
import { AudienceFields, StoryFields, VoiceFields, WhoFields } from '@/components/persona/fields'
import type { Doc, Screen } from '@/lib/persona'
import { firstName, them } from '@/lib/words'
import { ChannelsScreen } from './channels-screen'
import { FaceScreen } from './face-screen'
import { ModeScreen } from './mode-screen'
import { PaceScreen } from './pace-screen'
import type { ScreenProps } from './screen-props'
import { SomebodyElse } from './surprise'


export function questions(doc: Doc): Record<Screen, { title: string; text: string }> {
  const name = doc.name ? firstName(doc) : 'this person'
  const { pronouns } = doc.persona
  return {
    mode: { title: 'How should this run?', text: 'It decides how much of your hand is in it afterwards. Or be surprised by somebody ready-made and change what you like.' },
    who: { title: 'Who is it?', text: 'A name, an age, a job and a home. Each field can surprise you; what AI wrote stays marked until you change it.' },
    face: { title: `Which face is ${doc.name ? `${name}’s` : 'it'}?`, text: 'One picture is the source of every frame, so it stays the same person.' },
    story: { title: `What is ${doc.name ? `${name}’s` : 'the'} story?`, text: 'Thirty days grow out of this: what is done, with whom, and what it is all for.' },
    audience: { title: `Whom does ${name} speak to?`, text: 'Scripts are written for them, and sponsors are compared with them.' },
    pace: { title: `How much does ${name} post?`, text: `A new account starts gently. The warm-up only changes the pace; nothing is liked or answered for ${them[pronouns]}.` },
    channels: { title: 'Where do the posts go?', text: 'The sandbox is a pretend network on this machine. Nothing leaves it, and everything works as on the real one.' },
  }
}

function Who({ doc, change }: ScreenProps) {
  return (
    <>
      <SomebodyElse doc={doc} change={change} />
      <WhoFields />
    </>
  )
}

function Story() {
  return (
    <>
      <StoryFields />
      <details className="card p-5">
        <summary className="font-medium">Voice and rhythm</summary>
        <div className="mt-5">
          <VoiceFields />
        </div>
      </details>
    </>
  )
}

export const body: Record<Screen, ComponentType<ScreenProps>> = { mode: ModeScreen, who: Who, face: FaceScreen, story: Story, audience: AudienceFields, pace: PaceScreen, channels: ChannelsScreen }

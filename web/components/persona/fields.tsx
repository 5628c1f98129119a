'use client'
import { useId } from 'react'
import { Field } from '@/components/ui/field'
import { cities, toHandle, zoneOf, zones } from '@/lib/persona'
import { Aside, ChoiceField, NumberField, TextField, useEdit, WordsField } from './edit'

const row = 'grid grid-cols-2 gap-x-4 gap-y-5 max-sm:grid-cols-1'

/** Name, age, work and home. */
export function WhoFields() {
  const edit = useEdit()
  const list = useId()
  const name = String(edit.read('name') ?? '')
  const follows = String(edit.read('handle') ?? '') === toHandle(name)
  return (
    <div className="flex flex-col gap-5">
      <div className={row}>
        <Field label="Name" error={edit.error('name')} aside={<Aside path="name" label="Name" />}>
          {(slot) => (
            <input
              {...slot}
              className="input"
              value={name}
              autoComplete="off"
              onChange={(event) => {
                edit.write('name', event.target.value)
                if (follows) edit.write('handle', toHandle(event.target.value))
              }}
            />
          )}
        </Field>
        <TextField path="handle" label="Handle" hint="Small letters, digits, dots and underscores." fillable={false} />
        <NumberField path="persona.age" label="Age" min={18} max={99} hint="A persona is an adult." />
        <ChoiceField path="persona.pronouns" label="Pronouns" options={[['she', 'she'], ['he', 'he'], ['they', 'they']]} />
        <TextField path="persona.work" label="Work" placeholder="night nurse" />
        <TextField path="persona.category" label="Topic" placeholder="strength and night shifts" />
        <Field label="City" error={edit.error('persona.city')} aside={<Aside path="persona.city" label="City" fillable={false} />}>
          {(slot) => (
            <>
              <input
                {...slot}
                className="input"
                list={list}
                value={String(edit.read('persona.city') ?? '')}
                onChange={(event) => {
                  edit.write('persona.city', event.target.value)
                  const zone = zoneOf(event.target.value)
                  if (zone) edit.write('persona.timezone', zone)
                }}
              />
              <datalist id={list}>
                {Object.keys(cities).map((city) => (
                  <option key={city} value={city} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <ChoiceField path="persona.timezone" label="Clock" hint="Every hour of every post is on this clock." options={zones.map((zone) => [zone, zone.replace(/_/g, ' ')] as const)} />
      </div>
    </div>
  )
}

/** Where she comes from, what she wants, what she is like. */
export function StoryFields() {
  const edit = useEdit()
  return (
    <div className="flex flex-col gap-5">
      <TextField path="persona.background" label="Background" rows={5} placeholder="Grew up above a bakery, works nights on a ward, started lifting to carry patients." />
      <TextField path="persona.goals" label="Goals" rows={3} placeholder="Lift 100 kg before spring. Sleep eight hours twice a week." />
      <WordsField path="persona.traits" label="Traits" placeholder="dry, stubborn, kind" />
      <div className={row}>
        <WordsField path="persona.habits" label="Habits" placeholder="running, batch cooking" hint="What comes back in the weeks." />
        <WordsField path="persona.people" label="Close people" placeholder="Dre, Mum" hint="First names." />
      </div>
      {edit.read('mode') === 'company' && <WordsField path="persona.pillars" label="What posts are about" placeholder="how it is made, what customers ask" hint="One theme after the other, in turn." fillable={false} />}
    </div>
  )
}

/** How she talks, and when she sleeps. */
export function VoiceFields() {
  return (
    <div className="flex flex-col gap-5">
      <div className={row}>
        <TextField path="persona.voice.tone" label="Tone" placeholder="warm, dry, a little late" />
        <WordsField path="persona.voice.vocabulary" label="Words of their own" placeholder="honestly, tiny win" />
        <ChoiceField path="persona.voice.sentences" label="Sentences" options={[['short', 'short'], ['mixed', 'mixed'], ['long', 'long']]} />
        <ChoiceField path="persona.voice.emoji" label="Emoji" options={[['none', 'none'], ['few', 'few'], ['many', 'many']]} />
        <ChoiceField path="persona.voice.language" label="Language" options={[['en', 'English'], ['de', 'German']]} />
        <ChoiceField path="persona.chronotype" label="Awake" options={[['early', 'early'], ['middle', 'in the middle'], ['late', 'late']]} />
        <NumberField path="persona.sleep_hours" label="Hours of sleep" min={5} max={10} step={0.5} />
      </div>
    </div>
  )
}

/** Whom she speaks to. */
export function AudienceFields() {
  return (
    <div className="flex flex-col gap-5">
      <div className={row}>
        <NumberField path="persona.audience.age_min" label="Youngest" min={13} max={99} />
        <NumberField path="persona.audience.age_max" label="Oldest" min={13} max={99} />
        <ChoiceField path="persona.audience.gender" label="Gender" options={[['all', 'everybody'], ['women', 'women'], ['men', 'men'], ['nonbinary', 'nonbinary people']]} />
        <TextField path="persona.audience.region" label="Region" placeholder="Germany, Austria" />
      </div>
      <WordsField path="persona.audience.interests" label="Interests" placeholder="lifting, cooking, shift work" />
    </div>
  )
}

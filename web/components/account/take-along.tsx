'use client'
import { useMutation } from '@tanstack/react-query'
import { exportAccount } from '@/api/accounts'
import { Problem } from '@/api/client'
import { Icon } from '@/components/ui/icon'
import { save } from '@/lib/files'
import { Said } from './said'

/** Everything that is kept, as one file. */
export function TakeAlong() {
  const take = useMutation({ mutationFn: exportAccount, onSuccess: (file) => save(file, 'sorcerer.json'), gcTime: 0 })
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-[62ch] text-soft">Your account, personas, their lives, plans, scripts, posts, sponsors and what was spent, in one JSON file. No passwords, keys or token secrets are in it.</p>
      <button type="button" className="button button-line" disabled={take.isPending} onClick={() => take.mutate()}>
        <Icon name="download" />
        {take.isPending ? 'Gathering…' : 'Download everything'}
      </button>
      <Said problem={take.error instanceof Problem ? take.error : undefined} fields={[]} />
    </div>
  )
}

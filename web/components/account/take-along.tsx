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
      <p className="max-w-[62ch] text-soft">Your account, personas, their lives, plans, scripts, posts, sponsors and what was spent, in one JSON file. No passwords, keys or token secrets are in it. The posts alone come as a CSV table too.</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-line" disabled={take.isPending} onClick={() => take.mutate()}>
          <Icon name="download" />
          {take.isPending ? 'Gathering…' : 'Download everything'}
        </button>
        <a href="/api/video.csv" download className="button button-line">
          <Icon name="download" />
          Posts as a table
        </a>
      </div>
      <Said problem={take.error instanceof Problem ? take.error : undefined} fields={[]} />
    </div>
  )
}

'use client'
import { useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Video } from '@/api/types'
import { useVideoVerbs } from '@/api/videos'

/** How long a removal can be called back before it is carried out. */
const GRACE = 8_000

/** Takes a post out of the calendar at once and carries it out when the moment for second thoughts is over. */
export function useTakeOut() {
  const { withdraw } = useVideoVerbs()
  const cache = useQueryClient()
  return (video: Video, onBack?: () => void, said = `“${video.title}” is taken out`) => {
    const hide = (status: Video['status']) => cache.setQueriesData<Video[]>({ queryKey: [...keys.videos, 'range'] }, (list) => list?.map((one) => (one.id === video.id ? { ...one, status } : one)))
    let open = true
    const carryOut = () => {
      if (!open) return
      open = false
      clearTimeout(timer)
      window.removeEventListener('pagehide', carryOut)
      withdraw.mutate(video, { onError: (error) => toast.error(error.message) })
    }
    const callBack = () => {
      open = false
      clearTimeout(timer)
      window.removeEventListener('pagehide', carryOut)
      hide(video.status)
      onBack?.()
    }
    const timer = setTimeout(carryOut, GRACE)
    window.addEventListener('pagehide', carryOut)
    hide('withdrawn')
    toast(said, { duration: GRACE, action: { label: 'Undo', onClick: callBack } })
  }
}

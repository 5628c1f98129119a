'use client'
import { CalendarWidget } from '@/components/calendar/calendar-widget'
import { VideoPanel } from '@/components/video/video-panel'
import { useAddress } from '@/lib/address'
import { useHydrated } from '@/lib/hydrated'

export function CalendarPage() {
  const [post, setPost] = useAddress('post')
  const hydrated = useHydrated()
  return (
    <div className="px-8 py-7 max-md:px-4 max-md:py-5">
      {hydrated ? <CalendarWidget onOpen={(id) => setPost(id, true)} /> : <h1 className="text-[44px] font-bold leading-none">Calendar</h1>}
      <VideoPanel id={post} onOpen={setPost} onClose={() => setPost(undefined)} />
    </div>
  )
}

import { reactive } from 'vue'
import { say } from './texts'
import { api, ask } from '@/api/client'
import { explain } from '@/ui/failure'

const MOST = 10
const LARGEST = 5 * 1024 * 1024
const KINDS = ['image/jpeg', 'image/png']

/** A photo on its way to an inspection. */
export interface Photo {
  file: Blob
  /** Where this page shows it from. */
  preview: string
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** Why it failed. */
  why: string
  /** Sent again it is kept once. */
  key: string
}

/** Photos that somebody chose; they are sent once there is an inspection that they belong to. */
export interface Photos {
  list: Photo[]
  /** Takes those that can be sent, and says why not the others. */
  add: (files: Iterable<File>) => string[]
  remove: (photo: Photo) => void
  /** Sends those that have not arrived, one after another; answers whether all have then. */
  send: (inspection: string) => Promise<boolean>
  /** Sends one again. */
  retry: (inspection: string, photo: Photo) => Promise<void>
  /** Gives back what the previews took. */
  forget: () => void
}

function upload(inspection: string, { file, key }: Photo): Promise<unknown> {
  return ask(
    api.POST('/api/v1/inspections/{id}/photos', {
      params: { path: { id: inspection }, header: { 'Idempotency-Key': key } },
      body: file as never,
      bodySerializer: (body: unknown) => body as BodyInit,
      headers: { 'Content-Type': file.type },
    }),
  )
}

/** @param send how one is sent; `taken` says how many the inspection has already */
export function usePhotos(taken = () => 0, send: typeof upload = upload): Photos {
  const photos: Photos = reactive<Photos>({
    list: [],
    add(files) {
      const complaints: string[] = []
      for (const file of files) {
        if (!KINDS.includes(file.type)) {
          complaints.push(say('wrongKind', { name: file.name }))
        } else if (file.size > LARGEST) {
          complaints.push(say('tooLarge', { name: file.name }))
        } else if (photos.list.length + taken() >= MOST) {
          complaints.push(say('tooMany'))
          break
        } else {
          const preview = URL.createObjectURL(file)
          photos.list.push({ file, preview, state: 'waiting', why: '', key: crypto.randomUUID() })
        }
      }
      return complaints
    },
    remove(photo) {
      URL.revokeObjectURL(photo.preview)
      photos.list = photos.list.filter(({ key }) => key !== photo.key)
    },
    async send(inspection) {
      for (const photo of photos.list) {
        await photos.retry(inspection, photo)
      }
      return photos.list.every(({ state }) => state === 'sent')
    },
    async retry(inspection, photo) {
      if (photo.state === 'sending' || photo.state === 'sent') {
        return
      }
      Object.assign(photo, { state: 'sending', why: '' })
      try {
        await send(inspection, photo)
        photo.state = 'sent'
      } catch (failure) {
        Object.assign(photo, { state: 'failed', why: explain(failure) })
      }
    },
    forget() {
      photos.list.forEach(({ preview }) => URL.revokeObjectURL(preview))
      photos.list = []
    },
  })
  return photos
}

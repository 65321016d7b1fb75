/** How an answer feels, for people who do not look at the screen. */
export type Feeling = 'good' | 'notice' | 'bad'

/** What a browser and WeChat do differently. Everything else is written once. */
export interface Platform {
  /** Before the first page opens. */
  start(): void

  /** The address before `/api`; empty where the page came from the service itself. */
  readonly origin: string

  /** Gets a WeChat login code; only there inside WeChat. */
  readonly weChatCode?: () => Promise<string>

  /** Reads one code with the camera; undefined when the person gave up. Rejects with `NoCamera`. */
  scan(prompt: ScanPrompt): Promise<string | undefined>

  /** Closes what `scan` opened, when its page is left. */
  stopScan(): void

  /** A short sound and, where the device can, a vibration. */
  feel(feeling: Feeling): void

  /** Makes the screen as bright as it goes and keeps it on, or gives it back. */
  brighten(on: boolean): void

  /** Puts a picture (PNG or JPEG) into the phone's album, or the browser's downloads. Rejects with `NoAlbum`. */
  savePicture(picture: ArrayBuffer, name: string): Promise<void>

  /** Opens or downloads a document (PDF). */
  openDocument(document: ArrayBuffer, name: string): Promise<void>

  /** A text that survives closing the page. Rejects when it could not be kept. */
  keep(key: string, text: string): Promise<void>
  kept(key: string): Promise<string | undefined>

  /** Runs it when no other page of this app runs something under that name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>

  /** Tells when the network comes and goes, at once with what is known now. */
  watchNetwork(told: (online: boolean) => void): void

  /** The languages that the device asks for, such as `zh-CN`. */
  readonly languages: readonly string[]

  /** The language of the page, for voices that read it. */
  tellLanguage(language: string): void

  /** The code of the poster whose address this page was opened at. */
  landingCode(): string | undefined
}

/** What the camera's window says. */
export interface ScanPrompt {
  readonly title: string
  readonly close: string
}

/** There is no camera, or the person did not allow it. */
export class NoCamera extends Error {}

/** The person did not allow to put pictures into the album. */
export class NoAlbum extends Error {}

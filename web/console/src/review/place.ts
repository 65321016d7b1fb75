/** Where the reviewer was in the queue, for when the page is opened again: while the console is open. */
export const place = { lookedAt: '' }

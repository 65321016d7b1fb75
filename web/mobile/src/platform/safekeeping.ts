const DATABASE = 'venuepass'
const STORE = 'kept'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Kept in IndexedDB when it resolves, so that closing the browser loses nothing. */
export async function keep(key: string, text: string): Promise<void> {
  await within('readwrite', (store) => store.put(text, key))
}

/** What was kept under that key. */
export function kept(key: string): Promise<string | undefined> {
  return within<string | undefined>('readonly', (store) => store.get(key))
}

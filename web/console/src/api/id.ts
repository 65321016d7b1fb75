const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether it has the form of the service's ids. */
export const isId = (text: string): boolean => ID.test(text)

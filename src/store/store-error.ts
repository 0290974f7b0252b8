/** The database cannot be used. The message says why, in words for the person who runs Otto, without any password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

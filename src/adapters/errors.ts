/** An adapter cannot run or could not send; the message says what to do. Never carries a token or a message text. */
export class AdapterError extends Error {
  override readonly name: string = 'AdapterError';
}

/** The platform answered no: a wrong token, a forbidden chat, a malformed request. Trying again won't help. */
export class PlatformRefusal extends AdapterError {
  override readonly name = 'PlatformRefusal';
}

/** The platform could not be reached or failed on its side. Trying again later may help. */
export class NetworkFailure extends AdapterError {
  override readonly name = 'NetworkFailure';
}

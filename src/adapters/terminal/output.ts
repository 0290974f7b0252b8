import type { Writable } from 'node:stream';

/** Whoever read the output has gone, as `head -1` does once it has its line; there is nobody left to write for. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** Writes text and waits until the stream has passed it on, so that no more is made than is read. */
export type Write = (text: string) => Promise<void>;

/** @throws {OutputClosed} from the returned function when the reader has gone */
export function writerTo(output: Writable): Write {
  // A failed write tells its callback below and emits an error besides, which would end the process.
  output.on('error', () => undefined);
  return (text) =>
    new Promise((resolve, reject) => {
      output.write(text, (error) => {
        if (!error) resolve();
        else if ('code' in error && error.code === 'EPIPE')
          reject(new OutputClosed('nobody reads on', { cause: error }));
        else reject(error);
      });
    });
}

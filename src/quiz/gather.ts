/** Most pieces of work that are done together. */
const MAX_TOGETHER = 50;

/**
 * Does work together that comes while other work is under way: what is one commit to the disk for one is one for all of
 * them. Nothing waits while nothing is under way.
 *
 * @param work does several pieces, wholly or not at all; gives a result for each, in their order
 * @returns does one piece, alone or with others; after a failure each is tried once more by itself, so that nobody
 *   fails for another's sake, nor because another instance was quicker
 */
export function gather<Piece, Result>(
  work: (pieces: readonly Piece[]) => Promise<readonly Result[]>,
): (piece: Piece) => Promise<Result> {
  interface Waiting {
    readonly piece: Piece;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isWorking = false;

  const doAll = async (together: readonly Waiting[], isLastTry = false): Promise<void> => {
    try {
      const results = await work(together.map(({ piece }) => piece));
      if (results.length !== together.length) throw new RangeError(`${results.length} results for ${together.length}`);
      // The lengths are the same.
      together.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (isLastTry) for (const { reject } of together) reject(error);
      else for (const one of together) await doAll([one], true);
    }
  };

  return (piece) =>
    new Promise((resolve, reject) => {
      waiting.push({ piece, resolve, reject });
      if (isWorking) return;
      isWorking = true;
      void (async () => {
        while (waiting.length > 0) {
          const together = waiting.slice(0, MAX_TOGETHER);
          waiting = waiting.slice(MAX_TOGETHER);
          await doAll(together);
        }
        isWorking = false;
      })();
    });
}

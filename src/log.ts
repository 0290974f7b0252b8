import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * A structured log to standard error, so that standard output stays free for answers. Fields that could carry a
 * secret or a person's words are cut out wherever they turn up.
 */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['token', '*.token', 'text', '*.text', 'headers', '*.headers', 'payload', '*.payload'],
        remove: true,
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

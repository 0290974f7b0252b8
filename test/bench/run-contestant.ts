import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { LIMITS, WARM_UP, type Measurement, type Stage } from './measurement.ts';
import { SHAPES } from './query-shapes.ts';

const PROGRAM = resolve(import.meta.dirname, 'measure-contestant.ts');

/** What a contestant is at, with how long it may take and how the table tells that it took longer. */
interface Phase {
  readonly limit: number;
  readonly overrun: string;
}

const PREPARING: Phase = { limit: LIMITS.preparationMs, overrun: 'the texts were not ready in time' };
const INDEXING: Phase = { limit: LIMITS.indexMs, overrun: `no index in ${LIMITS.indexMs / 1000} s` };
const ANSWERING: Phase = {
  // Both the warm-up and the queries that count end with the first answer after their time.
  limit: WARM_UP.ms + LIMITS.answersMs + 2 * LIMITS.answerMs,
  overrun: `no answer in ${LIMITS.answerMs / 1000} s`,
};

/** Measures one contestant at one size in a process of its own, and ends that process when it takes too long. */
export function runContestant(name: string, notes: number): Promise<Measurement> {
  return new Promise((done, fail) => {
    const child = fork(PROGRAM, [name, String(notes)], {
      execArgv: [`--max-old-space-size=${LIMITS.heapMegabytes}`, '--expose-gc'],
    });
    let measured: Measurement = { contestant: name, notes, prepared: undefined, indexed: undefined, answers: {} };
    let timer: NodeJS.Timeout;
    const enter = ({ limit, overrun }: Phase) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        measured = { ...measured, ended: overrun };
        child.kill('SIGKILL');
      }, limit);
    };
    enter(PREPARING);
    // The channel carries what measure-contestant.ts tells and nothing else.
    child.on('message', (message) => {
      const stage = message as Stage;
      measured = add(measured, stage);
      enter(stage.stage === 'prepared' ? INDEXING : ANSWERING);
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const finished = SHAPES.every((shape) => measured.answers[shape]);
      if (finished || measured.ended !== undefined) done(measured);
      // V8 aborts when the heap is full; the system kills when all memory is.
      else if (signal !== null) done({ ...measured, ended: `more than ${LIMITS.heapMegabytes / 1000} GB` });
      else if (measured.prepared) done({ ...measured, ended: 'failed' });
      else fail(new Error(`${name} at ${notes} notes ended with code ${code} before it began; see the error above`));
    });
  });
}

function add(measured: Measurement, stage: Stage): Measurement {
  switch (stage.stage) {
    case 'prepared':
      return { ...measured, prepared: stage };
    case 'indexed':
      return { ...measured, indexed: stage };
    case 'answered':
      return { ...measured, answers: { ...measured.answers, [stage.shape]: stage.times } };
  }
}

import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { quantile, type Quantiles } from './measurement.ts';
import type { SlowestQuery } from './slowest-query.ts';

/** How long the shipped notes take to be ready in a process that has just started, in milliseconds. */
export interface ShippedStart {
  /** Reading and checking them. */
  readonly loadMs: number;
  readonly indexMs: number;
}

/** How long they take where an earlier start kept them. */
export interface ShippedKeptStart {
  readonly keptMs: number;
}

/** Otto's answers over the shipped notes; all times in milliseconds. */
export interface ShippedAnswers {
  readonly notes: number;
  /** Whole replies of the conversation, all shapes of query mixed. */
  readonly reply: Quantiles;
  /** The longest time for which the event loop was not free while those replies were made. */
  readonly longestBlockMs: number;
  readonly slowestQuestion: SlowestQuery;
  readonly slowestTyping: SlowestQuery;
  /** How many hostile queries were tried each way. */
  readonly hostileQueries: number;
}

export type ShippedMeasurement = ShippedStart & ShippedKeptStart & ShippedAnswers;

const STARTS = 5;

/** Measures the shipped notes in fresh processes; the times of the start are the median of five. */
export async function measureShipped(): Promise<ShippedMeasurement> {
  const starts: ShippedStart[] = [];
  for (let start = 0; start < STARTS; start++) starts.push(await measureIn<ShippedStart>('measure-start.ts'));
  const kept = await measureKeptStarts();
  return {
    ...(await measureIn<ShippedAnswers>('measure-shipped.ts')),
    loadMs: median(starts.map(({ loadMs }) => loadMs)),
    indexMs: median(starts.map(({ indexMs }) => indexMs)),
    keptMs: median(kept.map(({ keptMs }) => keptMs)),
  };
}

async function measureKeptStarts(): Promise<readonly ShippedKeptStart[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otto-bench-'));
  try {
    const starts: ShippedKeptStart[] = [];
    for (let start = 0; start <= STARTS; start++) {
      starts.push(await measureIn<ShippedKeptStart>('measure-kept-start.ts', folder));
    }
    // The first found nothing kept.
    return starts.slice(1);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a program of this folder tells; the type must be the one that it sends. */
function measureIn<Told>(program: string, ...args: readonly string[]): Promise<Told> {
  return new Promise((done, fail) => {
    const child = fork(resolve(import.meta.dirname, program), args);
    child.on('message', (message) => done(message as Told));
    child.on('error', fail);
    child.on('close', (code) =>
      fail(new Error(`${program} ended with code ${code} and told nothing; see the error above`)),
    );
  });
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

import { resolve } from 'node:path';
import { createOttoAssistant } from '../../src/app.ts';
import type { Assistant } from '../../src/assistant/assistant.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createLog } from '../../src/log.ts';

/** The small knowledge folder that tests of adapters work on. */
export const FIXTURE_KNOWLEDGE = resolve(import.meta.dirname, '../fixtures/knowledge');

/** Otto as he is, over the small knowledge folder. */
export async function fixtureAssistant(): Promise<Assistant> {
  return createOttoAssistant(await loadKnowledge(FIXTURE_KNOWLEDGE, '2026-11-22'), createLog('silent'));
}

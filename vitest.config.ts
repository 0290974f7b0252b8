import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], sequence: { shuffle: true, seed: 1 }, testTimeout: 15_000, hookTimeout: 60_000 },
});

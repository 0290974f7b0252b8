/** Something wrong in the knowledge folder, told so that its author can mend it. */
export interface Fault {
  /** Path as the author knows it, e.g. `knowledge/protocols/modbus.md`. */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** What is wrong and what was expected. */
  readonly message: string;
}

/** `knowledge/protocols/modbus.md:12: port 70000, expected at most 65535` */
export function describeFault({ file, line, message }: Fault): string {
  return `${file}:${line}: ${message}`;
}

/** The knowledge folder cannot be used as it stands. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(describeFault).join('\n'));
    this.faults = faults;
  }
}

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

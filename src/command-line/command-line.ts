/** What a command of the command line works with, so that tests can run it on a folder and a day of their own. */
export interface CommandLine {
  readonly knowledgeFolder: string;
  /** Where the database is, when it is a file and nothing else is said. */
  readonly dataFolder: string;
  /** Where what can be made anew is kept between two runs. */
  readonly cacheFolder: string;
  /** Today as an ISO day in UTC. */
  readonly today: () => string;
  /** Prints one line to standard output. */
  readonly print: (line: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

import type { Command } from 'commander';

/** Adds a command to the program; its action tells the exit code by `done`. */
export type Register = (program: Command, done: (exitCode: number) => void) => void;

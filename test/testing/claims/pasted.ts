/** The text of a test that the library wrote, run as a reader would run it. */
import assert from 'node:assert/strict';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { expect } from 'vitest';
import * as detente from '../../../src/entries/index';
import * as testing from '../../../src/entries/testing';

/** Compiles the text of a test and runs its body with stand-ins for what it imports. */
export function runPasted(text: string, modules: Readonly<Record<string, object>>): number {
  const { outputText, diagnostics } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  expect(diagnostics).toEqual([]);
  let ran = 0;
  const runner = (_: string, body: () => void) => {
    body();
    ran += 1;
  };
  const asked = (name: string): object =>
    ({
      detente,
      'detente/testing': testing,
      vitest: { expect, it: runner },
      'node:test': { it: runner },
      'node:assert/strict': { __esModule: true, default: assert },
      ...modules,
    })[name]!;
  // The text is what the library wrote, wrapped as Node wraps a module.
  const run = runInThisContext(`(function (require, exports) {${outputText}\n})`) as (
    ...given: unknown[]
  ) => void;
  run(asked, {});
  return ran;
}

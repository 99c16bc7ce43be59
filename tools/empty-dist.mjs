/** Empties `dist`: the bundles are built side by side, so none of them may do it. */
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });

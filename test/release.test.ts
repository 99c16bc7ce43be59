/** A package is not published while anything is missing that only its publisher knows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unmet, type Release } from '../tools/release-check';

const COMPLETE: Release = {
  manifest: {
    version: '1.2.3',
    license: 'MIT',
    author: 'A Publisher',
    repository: { type: 'git', url: 'git+https://example.org/a/detente.git' },
    homepage: 'https://example.org/detente',
    bugs: { url: 'https://example.org/a/detente/issues' },
  },
  changes: '# Changes\n\n## 1.2.3 (2026-12-01)\n',
  readme: '# detente\n',
};

describe('the check before a release', () => {
  it('lets a complete package pass', () => {
    expect(unmet(COMPLETE)).toEqual([]);
  });

  it.each(['author', 'repository', 'homepage', 'bugs', 'license'])('asks for "%s"', (name) => {
    const { [name]: _, ...manifest } = COMPLETE.manifest;
    expect(unmet({ ...COMPLETE, manifest })).toEqual([expect.stringContaining(`"${name}"`)]);
    expect(unmet({ ...COMPLETE, manifest: { ...manifest, [name]: '' } })).toHaveLength(1);
  });

  it('asks for the day of the version, and for a README that speaks of the registry', () => {
    expect(unmet({ ...COMPLETE, changes: '## 1.2.3 (unreleased)\n' })).toHaveLength(1);
    expect(unmet({ ...COMPLETE, changes: '## 1x2x3 (2026-12-01)\n' })).toHaveLength(1);
    expect(unmet({ ...COMPLETE, readme: 'It is not on the registry yet.' })).toHaveLength(1);
    expect(unmet({ ...COMPLETE, manifest: { ...COMPLETE.manifest, private: true } })).toHaveLength(1);
  });

  it('runs before anything is published', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['prepublishOnly']).toMatch(/^npm run release:check && /);
  });
});

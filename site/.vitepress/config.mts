import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { PAGES, placeOf } from '../assemble';
import { CONTENTS, HOME } from '../contents';
import { slugOf } from '../links';

const linkOf = (page: string) =>
  `/${placeOf(page)
    .replace(/(^|\/)index\.md$/, '$1')
    .replace(/\.md$/, '')}`;

const sidebar = CONTENTS.map(({ text, entries }) => ({
  text,
  items: entries
    .filter(({ page }) => existsSync(join(PAGES, placeOf(page))))
    .map((entry) => ({ text: entry.text, link: linkOf(entry.page) })),
}));

/** An option within inline code, as rendered: one word that begins with a hyphen. */
const OPTION = /(?<=[>\s[(])-[\w-]{1,30}(?=[\s<=,;\])])/g;

/** Pages that the sidebar has, by their place: only those have one before and one behind them. */
const inOrder = new Set(CONTENTS.flatMap(({ entries }) => entries.map(({ page }) => placeOf(page))));

export default defineConfig({
  title: 'detente',
  description:
    'A trade negotiation as a typed, lawful, replayable state machine, and a projection of what a meeting of leaders will bring.',
  lang: 'en',
  srcDir: '.pages',
  base: process.env['SITE_BASE'] ?? '/',
  cleanUrls: false,
  lastUpdated: false,
  transformPageData: ({ relativePath, frontmatter }) =>
    inOrder.has(relativePath) ? {} : { frontmatter: { ...frontmatter, prev: false, next: false } },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  vite: { build: { chunkSizeWarningLimit: 2_000 }, logLevel: 'warn' },
  markdown: {
    anchor: { slugify: slugOf },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      // A line would else end behind the hyphens of an option.
      const inline = md.renderer.rules.code_inline;
      md.renderer.rules.code_inline = (...given) =>
        (inline?.(...given) ?? '').replace(OPTION, '<span class="option">$&</span>');
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3], label: 'On this page' },
    nav: [
      { text: 'Start', link: linkOf(HOME), activeMatch: '^/(start|$)' },
      { text: 'Concepts', link: linkOf('docs/concepts/state.md'), activeMatch: '^/concepts/' },
      { text: 'Model', link: linkOf('docs/model.md') },
      { text: 'Actions', link: linkOf('docs/actions/README.md') },
      { text: 'Library', link: linkOf('api/index.md'), activeMatch: '^/api/' },
    ].filter(({ link }) => existsSync(join(PAGES, `${link.endsWith('/') ? `${link}index` : link}.md`))),
    sidebar,
    docFooter: { prev: 'Before', next: 'Next' },
    darkModeSwitchLabel: 'Colours',
    sidebarMenuLabel: 'Contents',
    returnToTopLabel: 'To the top',
  },
});

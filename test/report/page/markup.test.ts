import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, joined, link, markup, quoted } from '../../../src/report/page/markup';
import { visible } from '../../../src/report/wording/visible';

describe('markup', () => {
  it('escapes what is put into a template, and nothing that was made by one', () => {
    expect(markup`<p>${'<b> & "c"'}</p>${markup`<i>${1}</i>`}`.source).toBe(
      '<p>&lt;b&gt; &amp; &quot;c&quot;</p><i>1</i>',
    );
  });

  it('lets no text whatever open a tag, end an attribute or start an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const source = escaped(text);
        expect(source).not.toMatch(/[<>"']/);
        expect(source.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
      { numRuns: 1000 },
    );
  });

  it('spells out what turns the reading direction, hides or breaks off', () => {
    expect(visible('a\u202Eb\u200Fc\u2066d\u0000e\uFEFF\ud800f')).toBe(
      'a[U+202E]b[U+200F]c[U+2066]d[U+0000]e[U+FEFF][U+D800]f',
    );
    expect(visible('a\u{e0041}b\u034fc\u3164d\ufff9e\u2060f\uffffg')).toBe(
      'a[U+E0041]b[U+034F]c[U+3164]d[U+FFF9]e[U+2060]f[U+FFFF]g',
    );
    // Joiners of letters and pictures are of good use, and so are soft hyphens.
    expect(visible('👩\u200d🚀 می\u200cخواهم Zoll\u00adsatz')).toBe(
      '👩\u200d🚀 می\u200cخواهم Zoll\u00adsatz',
    );
    expect(visible('two\nlines\tand 😀 שלום')).toBe('two lines and 😀 שלום');
  });

  it('makes links of web addresses only', () => {
    expect(link('A', 'https://example.org/?a="b"&c').source).toContain(
      'href="https://example.org/?a=&quot;b&quot;&amp;c"',
    );
    for (const href of ['javascript:alert(1)', 'data:text/html,x', ' https://a b', null]) {
      expect(link('A', href).source).toBe(quoted('A').source);
    }
  });

  it('joins pieces in order', () => {
    expect(joined([markup`a`, markup`b`], ', ').source).toBe('a, b');
  });
});

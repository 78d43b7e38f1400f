import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanAdvertHtml, webAddress } from './advert-html.ts'

const LINK = '<a href="https://example.no/x?a=1&amp;b=2" rel="nofollow noopener noreferrer">søk</a>'

describe('what is kept', () => {
  test.each([
    ['<p>Vi søker</p><ul><li>blid</li></ul><br>', '<p>Vi søker</p><ul><li>blid</li></ul><br />'],
    ['<h1>Om oss</h1><h6>Mer</h6>', '<h3>Om oss</h3><h4>Mer</h4>'],
    ['<a href="https://example.no/x?a&#61;1&amp;b&#61;2" rel="opener" target="_blank" onclick="x()" style="color:red">søk</a>', LINK],
    ['R&oslash;r &#38; s&#248;nn &#34;A&#34;&nbsp;&mdash; &lt;b&gt;', 'Rør &amp; sønn "A"\u00a0— &lt;b&gt;'],
    ['bare tekst < 5 & > 3', 'bare tekst &lt; 5 &amp; &gt; 3'],
  ])('%s', (html, clean) => {
    expect(cleanAdvertHtml(html)).toBe(clean)
  })
})

describe('what is taken away', () => {
  test.each([
    ['<script>alert(1)</script>x', 'x'], ['<scr<script>ipt>alert(1)</script>x', 'ipt&gt;alert(1)x'], ['<style>p{}</style>x', 'x'], ['<img src=x onerror=alert(1)>x', 'x'],
    ['<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">y</a></svg>x', 'x'], ['<math><mi xlink:href="javascript:1">y</mi></math>x', 'x'], ['<iframe srcdoc="<script>1</script>">y</iframe>x', 'x'],
    ['<p style="position:fixed" class="a" id="b" onmouseover="x()">x</p>', '<p>x</p>'], ['<form action="https://x.no"><input name=a><button>y</button></form>', 'y'],
    ['<a href="javascript:alert(1)">x</a>', 'x'], ['<a href="JaVa\tscript:alert(1)">x</a>', 'x'], ['<a href="data:text/html,x">x</a>', 'x'], ['<a href="//x.no">x</a>', 'x'], ['<a href="/intern">x</a>', 'x'],
    ['<a href="mailto:a@example.no">x</a>', 'x'], ['<a href="https://bank.no@evil.no">x</a>', 'x'], ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>x', 'x'], ['<!--<img src=x>-->x', 'x'],
  ])('%s', (html, clean) => {
    expect(cleanAdvertHtml(html)).toBe(clean)
  })

  test('thousands of tags in each other are no trouble', () => {
    expect(cleanAdvertHtml(`${'<ul><li>'.repeat(10_000)}x`)).toContain('x')
  })

  test('whatever comes in, nothing but the allowed tags comes out, and cleaning again changes no word', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('<', '>', '"', "'", '<script', '</script>', '<a href=', 'javascript:', '<img src=x onerror=', '<p ', '<!--', '-->', '&lt;', '&#60;', '<svg/onload=', '<style>', '<li>', '</p>', '\0'))
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const clean = cleanAdvertHtml(pieces.join(''))
      for (const tag of clean.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(/^<(?:\/?(?:p|ul|ol|li|strong|em|b|i|h3|h4)|br \/|\/a|a(?: href="https?:\/\/[^"]*" rel="nofollow noopener noreferrer")?)>$/)
      const words = (html: string): string => html.replace(/<[^>]*>/g, '').trim()
      expect(words(cleanAdvertHtml(clean))).toBe(words(clean))
    }), { numRuns: 500 })
  })
})

test('web addresses', () => {
  expect(webAddress(' https://example.no/a b ')).toBe('https://example.no/a%20b')
  for (const bad of [undefined, null, '', 'example.no', 'ftp://x.no', 'javascript:1', 'https://a:b@x.no', 'https://']) expect(webAddress(bad)).toBeUndefined()
})

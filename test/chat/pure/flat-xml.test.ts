import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFlatXml, writeFlatXml } from '../../../src/chat/wire/flat-xml.ts'

describe('XML as 公众号 and 企业微信 write it', () => {
  test('every value is a text: ids and numbers are not rounded', () => {
    expect(
      readFlatXml(
        '<xml>\n<FromUserName><![CDATA[o1]]></FromUserName>\n<MsgId>6054768590064713728</MsgId><Content><![CDATA[0012 <b>&amp;]]></Content></xml>\n',
      ),
    ).toEqual({ FromUserName: 'o1', MsgId: '6054768590064713728', Content: '0012 <b>&amp;' })
  })

  test('texts outside of CDATA may name the five characters, and others by number', () => {
    expect(readFlatXml('<xml><C>a &lt; b &amp;&#20013;&#x6587; &quot;&apos;&gt;</C></xml>')).toEqual({
      C: 'a < b &中文 "\'>',
    })
  })

  test('a field that holds fields is left out, and the others are read', () => {
    expect(
      readFlatXml(
        '<xml><Event>scancode_push</Event><ScanCodeInfo><ScanType>qr</ScanType></ScanCodeInfo></xml>',
      ),
    ).toEqual({ Event: 'scancode_push' })
  })

  test.each([
    ['nothing', ''],
    ['no XML', '你好'],
    ['another root', '<html></html>'],
    ['a declaration', '<?xml version="1.0"?><xml></xml>'],
    ['a document type', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><C>&a;</C></xml>'],
    ['an entity of its own', '<xml><C>&a;</C></xml>'],
    ['a comment', '<xml><!-- x --></xml>'],
    ['an attribute', '<xml><C a="b">x</C></xml>'],
    ['a field twice', '<xml><C>1</C><C>2</C></xml>'],
    ['a field that does not end', '<xml><C>1</xml>'],
    ['fields that end crosswise', '<xml><A><B></A></B></xml>'],
    ['a second root', '<xml></xml><xml></xml>'],
    ['text between fields', '<xml>x<C>1</C></xml>'],
    ['text beside inner fields', '<xml><A>x<B>1</B></A></xml>'],
    ['open CDATA', '<xml><C><![CDATA[x</C></xml>'],
    ['deep nesting', `<xml>${'<A>'.repeat(5_000)}`],
    ['a control character', '<xml><C>\u0001</C></xml>'],
    ['half a character', '<xml><C>&#xd800;</C></xml>'],
    ['no character', '<xml><C>&#0;</C></xml>'],
  ])('%s is refused', (_what, text) => {
    expect(() => readFlatXml(text)).toThrow(expect.objectContaining({ code: 'malformed' }))
  })

  test('a name like __proto__ is a field like any other', () => {
    expect(Object.hasOwn(readFlatXml('<xml><__proto__>x</__proto__></xml>'), '__proto__')).toBe(true)
  })

  test('what is written is read the same, ]]> included', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ']', '>', '<', '&', '中', '\n', '🙏'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, (Content) => {
        expect(readFlatXml(writeFlatXml({ Content, CreateTime: 12 }))).toEqual({ Content, CreateTime: '12' })
      }),
    )
  })
})

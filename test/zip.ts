import { crc32, deflateRawSync } from 'node:zlib'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

type ZipFile = { name: string; content: Uint8Array; declared?: number }

/** A zip file made by hand, so that it can be made wrong; `declared` is the size it claims to unpack to. */
export function zip(files: ZipFile[]): Uint8Array {
  const [local, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, declared = content.length } of files) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(20, 4); head.writeUInt16LE(8, 8); head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(packed.length, 18); head.writeUInt32LE(declared, 22); head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(20, 4); entry.writeUInt16LE(20, 6); head.copy(entry, 10, 8, 30); entry.writeUInt32LE(at, 42)
    local.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += head.length + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(files.length, 8); end.writeUInt16LE(files.length, 10); end.writeUInt32LE(list.length, 12); end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...local, list, end]))
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The smallest workbook: one sheet with this data. */
export const workbook = (sheetData: string | Uint8Array, declared?: number): Uint8Array => zip([
  { name: '[Content_Types].xml', content: utf8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>') },
  { name: '_rels/.rels', content: utf8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
  { name: 'xl/workbook.xml', content: utf8(`<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
  { name: 'xl/_rels/workbook.xml.rels', content: utf8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`) },
  { name: 'xl/worksheets/sheet1.xml', content: typeof sheetData === 'string' ? utf8(`<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`) : sheetData, ...(declared && { declared }) },
])

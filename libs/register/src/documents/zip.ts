import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly path: string;
  readonly content: string;
}

const UTF8 = 0x0800;
const DEFLATE = 8;
/** 1 January 1980: the same files make the same bytes. */
const DATE = 0x0021;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Files as one ZIP archive (APPNOTE 6.3): what the Office Open XML formats are wrapped in. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path, 'utf8');
    const plain = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(plain);
    const common = commonHeader(plain, packed, name);
    const local = Buffer.concat([uint32(0x04034b50), common, name, packed]);
    directory.push(
      Buffer.concat([uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), name]),
    );
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [uint32(0x06054b50), uint32(0), count, count, uint32(index.length), uint32(offset), uint16(0)];
  return Buffer.concat([...parts, index, ...end]);
}

/** Version, flags, method, time, checksum, sizes: the same in the file's own header and in the directory. */
function commonHeader(plain: Buffer, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(UTF8),
    uint16(DEFLATE),
    uint16(0),
    uint16(DATE),
    uint32(crc32(plain)),
    uint32(packed.length),
    uint32(plain.length),
    uint16(name.length),
    uint16(0),
  ]);
}

function crc32(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

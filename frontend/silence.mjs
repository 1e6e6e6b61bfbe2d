// A silent FLAC file of some hundred bytes. A page that plays it is a player to the device: headset buttons reach it, and
// its clock goes on with the screen off. Written here, so that no foreign file is carried along.

const RATE = 8000;
const BLOCK = 4096;

/** Bits, most significant first. */
function pack(fields) {
  const bits = fields.map(([value, width]) => BigInt(value).toString(2).padStart(width, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g), (byte) => parseInt(byte, 2));
}

function crc(bytes, width, polynomial) {
  const top = 1 << (width - 1);
  const mask = 2 ** width - 1;
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum & top ? (sum << 1) ^ polynomial : sum << 1) & mask) >>> 0;
  }
  return sum;
}

/** One block of the constant 0; `number` below 128. */
function frame(number) {
  // sync and fixed block size, 4096 samples, 8 kHz, one channel, 8 bits a sample, the frame's number
  const head = pack([[0b1111111111111000, 16], [0b1100, 4], [0b0100, 4], [0, 4], [0b001, 3], [0, 1], [number, 8]]);
  const body = pack([[crc(head, 8, 0x07), 8], [0, 8], [0, 8]]); // a constant subframe whose value is 0
  const whole = Uint8Array.from([...head, ...body]);
  return [...whole, ...pack([[crc(whole, 16, 0x8005), 16]])];
}

/** A silent file of about `seconds`, at most 60. */
export function silence(seconds) {
  const blocks = Math.min(120, Math.round((seconds * RATE) / BLOCK));
  const info = pack([[BLOCK, 16], [BLOCK, 16], [0, 24], [0, 24], [RATE, 20], [0, 3], [7, 5], [blocks * BLOCK, 36], [0, 128]]);
  const frames = Array.from({ length: blocks }, (_, number) => frame(number)).flat();
  return Uint8Array.from([...Buffer.from("fLaC"), 0x80, 0, 0, info.length, ...info, ...frames]);
}

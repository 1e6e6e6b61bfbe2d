// A FLAC file of some hundred bytes that nobody hears. A page that plays it is a player to the device: headset buttons
// reach it, and its clock goes on with the screen off. Written here, so that no foreign file is carried along.
//
// Not silence to the last bit: Chrome takes digital silence (under -72 dB) for none, and after five minutes slows the
// clock of such a page to once a minute. A constant value has no pitch; loudspeakers do not pass it on.

const RATE = 8000;
const BLOCK = 4096;
/** Of 32768: -60 dB. */
const LEVEL = 33;

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

/** One block of the constant; `number` below 128. */
function frame(number) {
  // sync and fixed block size, 4096 samples, 8 kHz, one channel, 16 bits a sample, the frame's number
  const head = pack([[0b1111111111111000, 16], [0b1100, 4], [0b0100, 4], [0, 4], [0b100, 3], [0, 1], [number, 8]]);
  const body = pack([[crc(head, 8, 0x07), 8], [0, 8], [LEVEL, 16]]); // a constant subframe
  const whole = Uint8Array.from([...head, ...body]);
  return [...whole, ...pack([[crc(whole, 16, 0x8005), 16]])];
}

/** An unheard file of about `seconds`, at most 60. */
export function silence(seconds) {
  const blocks = Math.min(120, Math.round((seconds * RATE) / BLOCK));
  const info = pack([[BLOCK, 16], [BLOCK, 16], [0, 24], [0, 24], [RATE, 20], [0, 3], [15, 5], [blocks * BLOCK, 36], [0, 128]]);
  const frames = Array.from({ length: blocks }, (_, number) => frame(number)).flat();
  return Uint8Array.from([...Buffer.from("fLaC"), 0x80, 0, 0, info.length, ...info, ...frames]);
}

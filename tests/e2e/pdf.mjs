// Small PDFs made here, so that no screen depends on a file from elsewhere: one to read, one behind a password, one broken.
import { createHash } from "node:crypto";

const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
const md5 = (...parts) => createHash("md5").update(Buffer.concat(parts)).digest();
const padded = (password) => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
const hex = (bytes) => `<${bytes.toString("hex")}>`;

/** RC4, which crypto no longer has. */
function rc4(key, bytes) {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + box[at] + key[at % key.length]) & 255;
    [box[at], box[other]] = [box[other], box[at]];
  }
  let one = 0;
  let two = 0;
  return Buffer.from(bytes).map((byte) => {
    one = (one + 1) & 255;
    two = (two + box[one]) & 255;
    [box[one], box[two]] = [box[two], box[one]];
    return byte ^ box[(box[one] + box[two]) & 255];
  });
}

function file(objects, trailer) {
  const parts = [Buffer.from("%PDF-1.4\n")];
  const places = [];
  const length = () => parts.reduce((sum, one) => sum + one.length, 0);
  for (const [at, object] of objects.entries()) {
    places.push(length());
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  }
  const table = length();
  const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Its objects; `seal` makes of a stream what stands in the file. */
function objectsOf(pages, seal = (_, bytes) => bytes) {
  const numbers = pages.map((_, at) => 4 + at * 2);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${numbers.map((one) => `${one} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  for (const [at, lines] of pages.entries()) {
    const number = numbers[at];
    const text = Buffer.from(`BT /F1 13 Tf 72 720 Td ${lines.map((line) => `(${line}) Tj 0 -22 Td`).join(" ")} ET`);
    const sealed = seal(number + 1, text);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      Buffer.concat([Buffer.from(`<< /Length ${sealed.length} >>\nstream\n`), sealed, Buffer.from("\nendstream")]),
    );
  }
  return objects;
}

/** A page for each list of lines. */
export const pdf = (pages) => file(objectsOf(pages), "");

/** The same behind a password: the standard handler, revision 2. */
export function lockedPdf(pages, password) {
  const id = md5(Buffer.from("subpoena desk"));
  const rights = -4;
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password));
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(rights);
  const key = md5(padded(password), owner, flags, id).subarray(0, 5);
  const objects = objectsOf(pages, (number, bytes) => rc4(md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), bytes));
  objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, PADDING))} /P ${rights} >>`);
  return file(objects, `/Encrypt ${objects.length} 0 R /ID [${hex(id)} ${hex(id)}]`);
}

/** It calls itself a PDF, and there is no page in it. */
export const brokenPdf = () => Buffer.from("%PDF-1.7\nthe rest of it never arrived");

/** "wrongPassphrase" → "wrong-passphrase": a tag of the wire as part of a message id. */
export function kebab(tag: string): string {
  return tag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

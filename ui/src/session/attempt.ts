import { opId } from "../host";

/** The key of an act being tried: the same content sent again keeps its key, so that nothing is recorded twice; changed content
 *  gets a new one. Content holds no passphrase. */
export class Attempt {
  #content: string | null = null;
  #op = "";

  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.#content) {
      this.#content = text;
      this.#op = opId();
    }
    return this.#op;
  }
}

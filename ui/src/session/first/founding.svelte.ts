import type { CreateRegisterRequest, Picked, Role } from "../../host";
import { homeZone } from "../../text/format";
import { LEAST } from "../strength";

/** What the person types while founding a register, over its pages. */
export class Founding {
  folder = $state.raw<Picked | null>(null);
  name = $state("");
  organisation = $state("");
  zone = $state(homeZone());
  person = $state("");
  roles = $state<Role[]>(["triage"]);
  passphrase = $state("");
  again = $state("");

  /** The name holds a sign that no folder can have. */
  get badName(): boolean {
    return /[/\\:*?"<>|\p{Cc}]/u.test(this.name) || this.name.trim().startsWith(".");
  }

  get placeReady(): boolean {
    return this.folder !== null && this.name.trim() !== "" && !this.badName && this.organisation.trim() !== "";
  }

  get personReady(): boolean {
    return this.person.trim() !== "" && [...this.passphrase].length >= LEAST && this.passphrase === this.again;
  }

  request(folder: Picked): CreateRegisterRequest {
    return {
      folder: folder.token,
      name: this.name.trim(),
      organisation: this.organisation.trim(),
      zone: this.zone,
      person: this.person.trim(),
      roles: $state.snapshot(this.roles),
      passphrase: this.passphrase,
    };
  }

  /** Passphrases do not stay longer than they are needed. */
  forget(): void {
    this.passphrase = "";
    this.again = "";
  }
}

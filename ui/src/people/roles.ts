import type { Role } from "../host";
import { t } from "../text/text.svelte";

/** Every role, in the order in which a demand meets them. */
export const allRoles: readonly Role[] = ["triage", "counsel", "letters", "records", "auditor", "administrator"];

/** A role's name as a heading or a choice: "Counsel". */
export function roleName(role: Role): string {
  return t(`people-role-${role}`);
}

/** What a role is for, in a sentence. */
export function roleHint(role: Role): string {
  return t(`people-role-${role}-hint`);
}

/** Roles in their order, joined: "Triage, Counsel". */
export function roleNames(roles: readonly Role[]): string {
  return allRoles.filter((role) => roles.includes(role)).map(roleName).join(", ");
}

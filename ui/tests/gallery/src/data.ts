import type { Look } from "../../../src/parts/look";

export interface Row {
  id: string;
  due: string;
  tone: "neutral" | "warn" | "danger";
  number: string;
  account: string;
  office: string;
  look: Look;
  state: string;
  step: string;
  owner: string;
}

const states: [Look, string][] = [
  ["slate", "No enforcement order on record"],
  ["amber", "Order claimed, not verified"],
  ["plum", "Court order on record"],
  ["stop", "DO NOT PRODUCE"],
  ["struck", "Order stayed"],
  ["open", "Type not confirmed"],
  ["paper", "Can compel on its own"],
];
const dues: [string, Row["tone"]][] = [["7 bd", "neutral"], ["tomorrow", "warn"], ["2 bd late", "danger"], ["4 bd", "neutral"], ["11 bd", "neutral"]];
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export function row(index: number): Row {
  const [due, tone] = pick(dues, index);
  const [look, state] = pick(states, [0, 1, 0, 2, 2, 0, 3, 4, 5, 6][index % 10] ?? 0);
  return {
    id: `d${index}`, due, tone, number: `SPEC-2026-${String(417 + index).padStart(5, "0")}`, account: pick(["@river_lantern_88", "@specimen_7159", "@specimen_1484"], index),
    office: pick(["HSI San Francisco", "ERO Chicago", "HSI El Paso", "HSI Newark"], index), look, state,
    step: pick(["Logged", "Objected", "Notice drafted", "Notice sent"], index), owner: pick(["A. Rivera", "M. Chen", "S. Okafor", "Unassigned"], index),
  };
}

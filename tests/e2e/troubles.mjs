// Papers on the screen, and registers that stand still, are damaged, or were never seen here. Usage: see session.mjs.
import { join } from "node:path";
import { copy } from "./damage.mjs";
import { papers } from "./papers.mjs";
import { claimPaper, session } from "./session.mjs";
import { damaged, firstTime, stops } from "./stops.mjs";

await session(async ({ visits, host, folder }) => {
  await host.call("open_sample");
  await host.call("lock");
  const register = join(host.state, "SAMPLE.register");
  const earlier = copy(register, join(folder, "Earlier.register"));
  await host.call("open_sample");
  await claimPaper(host);
  await papers(visits, host, folder);
  await host.call("lock");
  await stops(visits, host, register, earlier);
  await damaged(visits, host, register, earlier, folder);
  await firstTime(visits, register, folder);
});

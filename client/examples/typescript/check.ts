// Checks drafts over HTTP: node out/check.js [--server 127.0.0.1:5080] draft.txt ...
// Prints one line for each finding: rule id, severity, cells. Before: npm ci, npm run generate (with the server running), npm run build.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Reply = components["schemas"]["ValidateReply"];

const files = process.argv.slice(2);
const server = files[0] === "--server" ? files.splice(0, 2)[1] : "127.0.0.1:5080";
const client = createClient<paths>({ baseUrl: `http://${server}` });

function print(reply: Reply): void {
  console.log(["#", reply.file_name, reply.verdict, reply.reason_text].join("\t"));
  for (const finding of reply.findings) {
    console.log([finding.rule_id, finding.severity, finding.cells.map((cell) => cell.path).join(" ")].join("\t"));
  }
}

async function check(file: string): Promise<boolean> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(await readFile(file))]), basename(file));
  const { data, error, response } = await client.POST("/v1/validate", { body: { file: "" }, bodySerializer: () => form });
  if (error) {
    console.error(`${file}: ${error.code}: ${error.detail}`);
    console.error(`again after ${response.headers.get("Retry-After") ?? "-"} s`);
    return false;
  }

  print(data);
  return true;
}

for (const file of files) {
  if (!(await check(file))) process.exitCode = 1;
}

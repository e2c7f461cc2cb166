// Checks drafts over gRPC: node check.js [--server 127.0.0.1:5081] draft.txt ...
// Prints one line for each finding: rule id, severity, cells. Needs `npm ci` in this folder once.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");
const grpc = require("@grpc/grpc-js");
const { loadSync } = require("@grpc/proto-loader");

const protos = path.join(__dirname, "..", "..", "..", "protos");
const contract = loadSync("validation/v1/validator.proto", { includeDirs: [protos], keepCase: true, enums: String, defaults: true });
const { Validator } = grpc.loadPackageDefinition(contract).validation.v1;

function check(client, file) {
  const request = { file_name: path.basename(file), content: fs.readFileSync(file), omit_report: true };
  return new Promise((resolve, reject) => {
    client.Validate(request, { deadline: Date.now() + 30_000 }, (error, reply) => (error ? reject(error) : resolve(reply)));
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { server: { type: "string", default: "127.0.0.1:5081" } },
    allowPositionals: true,
  });
  const client = new Validator(values.server, grpc.credentials.createInsecure());
  for (const file of positionals) {
    const reply = await check(client, file);
    console.log(["#", path.basename(file), reply.verdict, reply.reason_text].join("\t"));
    for (const finding of reply.findings) {
      console.log([finding.rule_id, finding.severity, finding.cells.map((cell) => cell.path).join(" ")].join("\t"));
    }
  }
  client.close();
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

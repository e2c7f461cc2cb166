// Checks drafts over gRPC: node check.js [--server 127.0.0.1:5081] [--stream] draft.txt ...
// Prints one line for each finding: rule id, severity, cells. With --stream all drafts go over one call, and the
// replies come in any order: for many drafts. Needs `npm ci` in this folder once.
"use strict";

const { once } = require("node:events");
const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");
const grpc = require("@grpc/grpc-js");
const { loadSync } = require("@grpc/proto-loader");

const protos = path.join(__dirname, "..", "..", "..", "protos");
const contract = loadSync("validation/v1/validator.proto", { includeDirs: [protos], keepCase: true, enums: String, defaults: true });
const { Validator } = grpc.loadPackageDefinition(contract).validation.v1;

function request(file, id) {
  return { id: String(id), file_name: path.basename(file), content: fs.readFileSync(file) };
}

function check(client, file) {
  return new Promise((resolve, reject) => {
    client.Validate(request(file, 0), { deadline: Date.now() + 30_000 }, (error, reply) => (error ? reject(error) : resolve(reply)));
  });
}

// Reads a file when the server takes it.
async function send(call, files) {
  for (const [id, file] of files.entries()) {
    if (!call.write(request(file, id))) await once(call, "drain");
  }
  call.end();
}

async function* replies(client, files, stream) {
  if (!stream) {
    for (const file of files) yield await check(client, file);
    return;
  }
  const call = client.ValidateStream();
  const sent = send(call, files);
  // The end of the call says what went wrong.
  sent.catch(() => {});
  yield* call;
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { server: { type: "string", default: "127.0.0.1:5081" }, stream: { type: "boolean" } },
    allowPositionals: true,
  });
  const client = new Validator(values.server, grpc.credentials.createInsecure());
  for await (const reply of replies(client, positionals, values.stream)) {
    console.log(["#", reply.file_name, reply.verdict, reply.reason_text].join("\t"));
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

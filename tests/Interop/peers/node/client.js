// Runs gRPC's interoperability cases with grpc-js: node client.js --server http://127.0.0.1:N [--ca FILE] [--case NAME|all].
// Prints a line for each case. Beyond the cases of all there are: many_calls, and hang, which waits until it is killed.
// Needs `npm ci` in this folder once.
"use strict";

const fs = require("node:fs");
const { parseArgs } = require("node:util");
const grpc = require("@grpc/grpc-js");
const { testing } = require("./interop");
const { all, others } = require("./cases");

function connect(server, ca) {
  const url = new URL(server);
  const credentials = url.protocol === "https:"
    ? grpc.credentials.createSsl(fs.readFileSync(ca))
    : grpc.credentials.createInsecure();
  // The certificate is for localhost as well, and TLS knows no server names that are addresses.
  const options = url.protocol === "https:" ? { "grpc.ssl_target_name_override": "localhost" } : {};
  const gzip = { ...options, "grpc.default_compression_algorithm": grpc.compressionAlgorithms.gzip };
  const plain = new testing.TestService(url.host, credentials, options);
  return {
    plain,
    compressing: new testing.TestService(url.host, credentials, gzip),
    unimplemented: new testing.UnimplementedService(url.host, credentials, options),
  };
}

async function passes(name, run, clients) {
  try {
    console.log(`${name} ${(await run(clients)) || "passed"}`);
    return true;
  } catch (error) {
    console.log(`${name} failed: ${error.message.replace(/\s+/g, " ")}`);
    return false;
  }
}

async function main() {
  const { values } = parseArgs({
    options: { server: { type: "string" }, ca: { type: "string" }, case: { type: "string", default: "all" } },
  });
  const chosen = values.case === "all" ? all : { [values.case]: { ...all, ...others }[values.case] };
  const clients = connect(values.server, values.ca);
  for (const [name, run] of Object.entries(chosen)) {
    if (!(await passes(name, run, clients))) {
      process.exitCode = 1;
    }
  }
  Object.values(clients).forEach((client) => client.close());
}

main();

// What the client and the server share: the service, and its names.
"use strict";

const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const { loadSync } = require("@grpc/proto-loader");

const protos = path.join(__dirname, "..", "..", "protos");
const contract = loadSync("interop.proto", { includeDirs: [protos], keepCase: true, defaults: true });

module.exports = {
  testing: grpc.loadPackageDefinition(contract).grpc.testing,
  echoInitial: "x-grpc-test-echo-initial",
  echoTrailing: "x-grpc-test-echo-trailing-bin",
  zeros: (size) => ({ body: Buffer.alloc(size) }),
};

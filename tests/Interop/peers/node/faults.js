// Sends one broken call, by Node's own HTTP/2: node faults.js --server http://127.0.0.1:N --fault NAME.
// Prints the HTTP status, the gRPC status and message, and the encodings that the server names.
"use strict";

const http2 = require("node:http2");
const { parseArgs } = require("node:util");
const { frame } = require("./frames");

const faults = {
  half_message: { body: frame(Buffer.alloc(20)).subarray(0, 12) },
  half_header: { body: frame(Buffer.alloc(20)).subarray(0, 3) },
  no_message: { body: Buffer.alloc(0) },
  unknown_compression: { body: frame(Buffer.alloc(20), 1), headers: { "grpc-encoding": "snappy" } },
  unnamed_compression: { body: frame(Buffer.alloc(20), 1) },
  wrong_content_type: { body: frame(Buffer.alloc(0)), headers: { "content-type": "application/json" } },
};

const { values } = parseArgs({ options: { server: { type: "string" }, fault: { type: "string" } } });
const { body, headers = {} } = faults[values.fault];
const session = http2.connect(values.server);
const call = session.request({
  ":method": "POST", ":path": "/grpc.testing.TestService/EmptyCall", te: "trailers", "content-type": "application/grpc", ...headers,
});
let received = {};
call.on("response", (fields) => (received = { ...received, ...fields }));
call.on("trailers", (fields) => (received = { ...received, ...fields }));
call.on("data", () => {});
call.on("close", () => {
  console.log([received[":status"], received["grpc-status"], received["grpc-accept-encoding"] ?? "-", received["grpc-message"]].join(" "));
  session.close();
});
call.end(body);

// Answers each call in the broken way that its header x-fault names, by Node's own HTTP/2: node broken-server.js [--port N].
"use strict";

const http2 = require("node:http2");
const { parseArgs } = require("node:util");
const { frame } = require("./frames");

const faults = {
  half_message: { body: frame(Buffer.alloc(20)).subarray(0, 12) },
  half_header: { body: frame(Buffer.alloc(20)).subarray(0, 3) },
  no_message: { body: Buffer.alloc(0) },
  unknown_compression: { body: frame(Buffer.alloc(20), 1), headers: { "grpc-encoding": "snappy" } },
  wrong_content_type: { body: Buffer.from("<html></html>"), headers: { "content-type": "text/html" } },
  not_found: { body: Buffer.from("<html></html>"), headers: { ":status": 404, "content-type": "text/html" } },
  no_status: { body: frame(Buffer.alloc(0)), trailers: {} },
};

const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const server = http2.createServer();
server.on("stream", (call, request) => {
  const { body, headers = {}, trailers = { "grpc-status": "0" } } = faults[request["x-fault"]];
  call.respond({ ":status": 200, "content-type": "application/grpc", ...headers }, { waitForTrailers: true });
  call.on("wantTrailers", () => call.sendTrailers(trailers));
  call.on("error", () => {});
  call.resume();
  call.end(body);
});
server.listen(Number(values.port), "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));

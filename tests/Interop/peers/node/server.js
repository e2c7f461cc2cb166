// gRPC's interoperability service on grpc-js: node server.js [--port N]. Needs `npm ci` in this folder once.
// grpc-js neither shows a server the compressed flag of a message nor compresses responses: expect_compressed is not checked,
// response_compressed not heeded.
"use strict";

const { parseArgs } = require("node:util");
const { setTimeout: sleep } = require("node:timers/promises");
const grpc = require("@grpc/grpc-js");
const { testing, echoInitial, echoTrailing, zeros } = require("./interop");

function echoMetadata(call) {
  const initial = new grpc.Metadata();
  const trailing = new grpc.Metadata();
  call.metadata.get(echoInitial).forEach((value) => initial.add(echoInitial, value));
  call.metadata.get(echoTrailing).forEach((value) => trailing.add(echoTrailing, value));
  if (initial.get(echoInitial).length > 0) {
    call.sendMetadata(initial);
  }
  return trailing;
}

function wantedFailure(request, trailing) {
  const wanted = request.response_status;
  return wanted && wanted.code ? { code: wanted.code, details: wanted.message, metadata: trailing } : null;
}

function unaryCall(call, callback) {
  const trailing = echoMetadata(call);
  const failure = wantedFailure(call.request, trailing);
  callback(failure, failure ? null : { payload: zeros(call.request.response_size) }, trailing);
}

function cacheableUnaryCall(call, callback) {
  const metadata = new grpc.Metadata();
  metadata.set("cache-control", "max-age=60, public");
  call.sendMetadata(metadata);
  callback(null, { payload: { body: Buffer.from(String(process.hrtime.bigint())) } });
}

async function streamingInputCall(call, callback) {
  const trailing = echoMetadata(call);
  let size = 0;
  call.on("data", (request) => (size += request.payload ? request.payload.body.length : 0));
  call.on("end", () => callback(null, { aggregated_payload_size: size }, trailing));
}

// Ends the call if the request wants so.
async function answer(call, request, trailing) {
  const failure = wantedFailure(request, trailing);
  if (failure) {
    call.emit("error", failure);
    return false;
  }
  for (const parameters of request.response_parameters) {
    if (parameters.interval_us > 0) {
      await sleep(parameters.interval_us / 1000);
    }
    call.write({ payload: zeros(parameters.size) });
  }
  return true;
}

async function answerAll(call, requests) {
  const trailing = echoMetadata(call);
  for await (const request of requests) {
    if (call.cancelled || !(await answer(call, request, trailing))) {
      return;
    }
  }
  call.end(trailing);
}

async function halfDuplexCall(call) {
  const requests = [];
  call.on("data", (request) => requests.push(request));
  call.on("end", () => answerAll(call, requests));
}

// Not for await over the call: that would destroy it with its last request.
function fullDuplexCall(call) {
  const trailing = echoMetadata(call);
  let answers = Promise.resolve(true);
  call.on("data", (request) => (answers = answers.then((open) => open && answer(call, request, trailing))));
  call.on("end", () => answers.then((open) => open && call.end(trailing)));
}

const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const server = new grpc.Server();
server.addService(testing.TestService.service, {
  EmptyCall: (call, callback) => callback(null, {}, echoMetadata(call)),
  UnaryCall: unaryCall,
  CacheableUnaryCall: cacheableUnaryCall,
  StreamingInputCall: streamingInputCall,
  StreamingOutputCall: (call) => answerAll(call, [call.request]),
  FullDuplexCall: fullDuplexCall,
  HalfDuplexCall: halfDuplexCall,
});
server.bindAsync(`127.0.0.1:${values.port}`, grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error;
  }
  console.log(`listening on http://127.0.0.1:${port}`);
});

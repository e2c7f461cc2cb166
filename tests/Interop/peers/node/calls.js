// Calls as promises, and what a case demands of them.
"use strict";

const assert = require("node:assert/strict");
const { zeros } = require("./interop");

const TIMEOUT = 30_000;

const soon = () => ({ deadline: Date.now() + TIMEOUT });

// Resolves with the response, the initial metadata and the status.
function unary(client, method, request, metadata = [], options = soon()) {
  return new Promise((resolve, reject) => {
    const result = {};
    const call = client[method](request, ...metadata, options, (error, response) => (error ? reject(error) : (result.response = response)));
    call.on("metadata", (received) => (result.metadata = received));
    call.on("status", (status) => status.code === 0 && resolve({ ...result, status }));
  });
}

// Sends the requests as streamed messages; resolves with the response.
function sum(client, requests, options = soon()) {
  return new Promise((resolve, reject) => {
    const call = client.StreamingInputCall(options, (error, response) => (error ? reject(error) : resolve(response)));
    requests.forEach((request) => call.write(request));
    call.end();
  });
}

// Follows a stream of responses; resolves with their sizes, the initial metadata and the status.
function follow(call, onResponse = () => {}) {
  return new Promise((resolve, reject) => {
    const result = { sizes: [] };
    call.on("data", (response) => {
      result.sizes.push(response.payload.body.length);
      onResponse(result.sizes.length);
    });
    call.on("metadata", (received) => (result.metadata = received));
    call.on("error", reject);
    call.on("status", (status) => status.code === 0 && resolve({ ...result, status }));
  });
}

async function fails(code, call) {
  const error = await call.then(() => assert.fail(`the call succeeded instead of failing with ${code}`), (reason) => reason);
  assert.equal(error.code, code, `the status is ${error.code} instead of ${code}: ${error.details ?? error.message}`);
  return error;
}

function isZeros(size, payload) {
  assert.ok(payload.body.equals(zeros(size).body), `the payload of ${payload.body.length} bytes is not ${size} zeros`);
}

module.exports = { soon, unary, sum, follow, fails, isZeros };

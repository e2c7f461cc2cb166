// The cases, each a function of the clients whose promise brings nothing, a remark, or fails.
"use strict";

const assert = require("node:assert/strict");
const grpc = require("@grpc/grpc-js");
const { soon, unary, sum, follow, fails, isZeros } = require("./calls");
const { echoInitial, echoTrailing, zeros } = require("./interop");

const { status } = grpc;
const LIMIT = 4 * 1024 * 1024;
const requestSizes = [27182, 8, 1828, 45904];
const responseSizes = [31415, 9, 2653, 58979];
const special = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \u{1F608}\t\n";
const noFlags = "passed, but the client's library does not show it which responses are compressed";

const large = (fields = {}) => ({ response_size: 314159, payload: zeros(271828), ...fields });
const streamed = (requestSize, responseSize) => ({ payload: zeros(requestSize), response_parameters: [{ size: responseSize }] });
const input = (size, compressed) => ({ payload: zeros(size), expect_compressed: { value: compressed } });

// The library has the flag of a message, but its streams do not hand it on.
class FirstOnlyCompressed extends grpc.InterceptingCall {
  sendMessageWithContext(context, message) {
    super.sendMessageWithContext({ ...context, flags: this.later ? 2 : 0 }, message);
    this.later = true;
  }
}

async function large_unary({ plain }) {
  isZeros(314159, (await unary(plain, "UnaryCall", large())).response.payload);
}

async function refusesTooLarge(clients, request) {
  const error = await fails(status.RESOURCE_EXHAUSTED, unary(clients.plain, "UnaryCall", request));
  assert.ok(error.details.includes(String(LIMIT)), `the limit is not in '${error.details}'`);
  await large_unary(clients);
}

const all = {
  async empty_unary({ plain }) {
    assert.deepEqual((await unary(plain, "EmptyCall", {})).response, {});
  },

  async cacheable_unary({ plain }) {
    const metadata = new grpc.Metadata();
    metadata.set("x-user-ip", "1.2.3.4");
    const request = { payload: { body: Buffer.from(String(process.hrtime.bigint())) } };
    for (let i = 0; i < 2; i++) {
      const result = await unary(plain, "CacheableUnaryCall", request, [metadata]);
      assert.ok(result.response.payload.body.length > 0);
      assert.match(String(result.metadata.get("cache-control")[0]), /max-age/);
    }
    return "passed, but over POST and without a proxy: the answers need not be the same";
  },

  large_unary,

  async client_compressed_unary({ plain, compressing }) {
    await fails(status.INVALID_ARGUMENT, unary(plain, "UnaryCall", large({ expect_compressed: { value: true } })));
    for (const [client, compressed] of [[compressing, true], [plain, false]]) {
      const request = large({ expect_compressed: { value: compressed } });
      isZeros(314159, (await unary(client, "UnaryCall", request)).response.payload);
    }
  },

  async server_compressed_unary({ plain }) {
    for (const value of [true, false]) {
      isZeros(314159, (await unary(plain, "UnaryCall", large({ response_compressed: { value } }))).response.payload);
    }
    return noFlags;
  },

  async client_streaming({ plain }) {
    const response = await sum(plain, requestSizes.map((size) => ({ payload: zeros(size) })));
    assert.equal(response.aggregated_payload_size, 74922);
  },

  async client_compressed_streaming({ plain, compressing }) {
    await fails(status.INVALID_ARGUMENT, sum(plain, [input(27182, true)]));
    const options = { ...soon(), interceptors: [(callOptions, next) => new FirstOnlyCompressed(next(callOptions))] };
    const response = await sum(compressing, [input(27182, true), input(45904, false)], options);
    assert.equal(response.aggregated_payload_size, 73086);
  },

  async server_streaming({ plain }) {
    const request = { response_parameters: responseSizes.map((size) => ({ size })) };
    assert.deepEqual((await follow(plain.StreamingOutputCall(request, soon()))).sizes, responseSizes);
  },

  async server_compressed_streaming({ plain }) {
    const parameters = [{ size: 31415, compressed: { value: true } }, { size: 92653, compressed: { value: false } }];
    const { sizes } = await follow(plain.StreamingOutputCall({ response_parameters: parameters }, soon()));
    assert.deepEqual(sizes, [31415, 92653]);
    return noFlags;
  },

  async ping_pong({ plain }) {
    const call = plain.FullDuplexCall(soon());
    const send = (round) => call.write(streamed(requestSizes[round], responseSizes[round]));
    send(0);
    const { sizes } = await follow(call, (count) => (count < requestSizes.length ? send(count) : call.end()));
    assert.deepEqual(sizes, responseSizes);
  },

  async empty_stream({ plain }) {
    const call = plain.FullDuplexCall(soon());
    call.end();
    assert.deepEqual((await follow(call)).sizes, []);
  },

  async custom_metadata({ plain }) {
    const metadata = new grpc.Metadata();
    metadata.set(echoInitial, "test_initial_metadata_value");
    metadata.set(echoTrailing, Buffer.from("ababab", "hex"));
    const duplex = () => {
      const call = plain.FullDuplexCall(metadata, soon());
      call.write(streamed(271828, 314159));
      call.end();
      return follow(call);
    };
    for (const run of [() => unary(plain, "UnaryCall", large(), [metadata]), duplex]) {
      const result = await run();
      assert.equal(result.metadata.get(echoInitial)[0], "test_initial_metadata_value");
      assert.equal(result.status.metadata.get(echoTrailing)[0].toString("hex"), "ababab");
    }
  },

  async status_code_and_message({ plain }) {
    const request = { response_status: { code: 2, message: "test status message" } };
    const duplex = () => {
      const call = plain.FullDuplexCall(soon());
      call.write(request);
      call.end();
      return follow(call);
    };
    for (const run of [() => unary(plain, "UnaryCall", request), duplex]) {
      assert.equal((await fails(status.UNKNOWN, run())).details, "test status message");
    }
  },

  async special_status_message({ plain }) {
    const request = { response_status: { code: 2, message: special } };
    assert.equal((await fails(status.UNKNOWN, unary(plain, "UnaryCall", request))).details, special);
  },

  async unimplemented_method({ plain }) {
    await fails(status.UNIMPLEMENTED, unary(plain, "UnimplementedCall", {}));
  },

  async unimplemented_service({ unimplemented }) {
    await fails(status.UNIMPLEMENTED, unary(unimplemented, "UnimplementedCall", {}));
  },

  async cancel_after_begin({ plain }) {
    await fails(status.CANCELLED, new Promise((resolve, reject) => {
      plain.StreamingInputCall(soon(), (error, response) => (error ? reject(error) : resolve(response))).cancel();
    }));
  },

  async cancel_after_first_response({ plain }) {
    const call = plain.FullDuplexCall(soon());
    call.write(streamed(27182, 31415));
    await fails(status.CANCELLED, follow(call, () => call.cancel()));
  },

  async timeout_on_sleeping_server({ plain }) {
    const call = plain.FullDuplexCall({ deadline: Date.now() + 1 });
    call.write({ payload: zeros(27182) });
    await fails(status.DEADLINE_EXCEEDED, follow(call));
  },

  async half_duplex({ plain }) {
    const call = plain.HalfDuplexCall(soon());
    responseSizes.forEach((size) => call.write(streamed(1, size)));
    call.end();
    assert.deepEqual((await follow(call)).sizes, responseSizes);
  },

  oversized_request: (clients) => refusesTooLarge(clients, { payload: zeros(LIMIT) }),

  oversized_response: (clients) => refusesTooLarge(clients, { response_size: LIMIT }),

  async handler_throws(clients) {
    await fails(status.UNKNOWN, unary(clients.plain, "UnaryCall", { response_size: -1 }));
    await large_unary(clients);
  },
};

const others = {
  async many_calls({ plain }) {
    for (let i = 0; i < 10_000; i++) {
      await unary(plain, "EmptyCall", {});
    }
  },

  hang({ plain }) {
    const call = plain.FullDuplexCall();
    call.write(streamed(1, 1));
    return follow(call, () => console.log("hanging"));
  },
};

module.exports = { all, others };

"""The cases, each a function of a channel that returns None, a remark, or raises CaseFailed."""
import queue
import time

import grpc

from interop import ECHO_INITIAL, ECHO_TRAILING, SERVICE, messages, zeros

TIMEOUT = 30
LIMIT = 4 * 1024 * 1024
REQUEST_SIZES = [27182, 8, 1828, 45904]
RESPONSE_SIZES = [31415, 9, 2653, 58979]
METADATA = ((ECHO_INITIAL, "test_initial_metadata_value"), (ECHO_TRAILING, b"\xab\xab\xab"))
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001F608\t\n"
NO_FLAGS = "passed, but the client's library does not show it which responses are compressed"


class CaseFailed(Exception):
    pass


def expect(expected, actual, what):
    if expected != actual:
        raise CaseFailed(f"{what} is {actual!r} instead of {expected!r}")


def expect_zeros(size, response):
    if response.payload.body != bytes(size):
        raise CaseFailed(f"the payload of {len(response.payload.body)} bytes is not {size} zeros")


def expect_failure(code, call):
    try:
        call()
    except grpc.RpcError as error:
        expect(code, error.code(), f"the status with the detail {error.details()!r}")
        return error
    raise CaseFailed(f"the call succeeded instead of failing with {code}")


def method(channel, kind, name, request, response, service=SERVICE):
    return getattr(channel, kind)(
        f"/{service}/{name}", request_serializer=request.SerializeToString, response_deserializer=response.FromString)


def unary(channel, name="UnaryCall"):
    return method(channel, "unary_unary", name, messages.SimpleRequest, messages.SimpleResponse)


def empty(channel, name, service=SERVICE):
    return method(channel, "unary_unary", name, messages.Empty, messages.Empty, service)


def summing(channel):
    return method(
        channel, "stream_unary", "StreamingInputCall", messages.StreamingInputCallRequest, messages.StreamingInputCallResponse)


def listing(channel):
    return method(
        channel, "unary_stream", "StreamingOutputCall", messages.StreamingOutputCallRequest, messages.StreamingOutputCallResponse)


def duplex(channel, name="FullDuplexCall"):
    return method(
        channel, "stream_stream", name, messages.StreamingOutputCallRequest, messages.StreamingOutputCallResponse)


def large(**fields):
    return messages.SimpleRequest(response_size=314159, payload=zeros(271828), **fields)


def flag(value):
    return messages.BoolValue(value=value)


def streamed(request_size, response_size):
    return messages.StreamingOutputCallRequest(
        payload=zeros(request_size), response_parameters=[messages.ResponseParameters(size=response_size)])


class Requests:
    """A stream of requests that is fed while the call runs; grpcio reads it in a thread of its own."""

    def __init__(self):
        self._queue = queue.Queue()

    def send(self, request):
        self._queue.put(request)

    def end(self):
        self._queue.put(None)

    def __iter__(self):
        return iter(self._queue.get, None)


def empty_unary(channel):
    expect(messages.Empty(), empty(channel, "EmptyCall")(messages.Empty(), timeout=TIMEOUT), "the response")


def cacheable_unary(channel):
    request = messages.SimpleRequest(payload=messages.Payload(body=str(time.time_ns()).encode()))
    for _ in range(2):
        response, call = unary(channel, "CacheableUnaryCall").with_call(
            request, metadata=(("x-user-ip", "1.2.3.4"),), timeout=TIMEOUT)
        if not response.payload.body or "max-age" not in dict(call.initial_metadata()).get("cache-control", ""):
            raise CaseFailed("the response could not be cached")
    return "passed, but over POST and without a proxy: the answers need not be the same"


def large_unary(channel):
    expect_zeros(314159, unary(channel)(large(), timeout=TIMEOUT))


def client_compressed_unary(channel):
    call = unary(channel)
    expect_failure(
        grpc.StatusCode.INVALID_ARGUMENT, lambda: call(large(expect_compressed=flag(True)), timeout=TIMEOUT))
    for compression, compressed in ((grpc.Compression.Gzip, True), (grpc.Compression.NoCompression, False)):
        request = large(expect_compressed=flag(compressed))
        expect_zeros(314159, call(request, timeout=TIMEOUT, compression=compression))


def server_compressed_unary(channel):
    for compressed in (True, False):
        expect_zeros(314159, unary(channel)(large(response_compressed=flag(compressed)), timeout=TIMEOUT))
    return NO_FLAGS


def client_streaming(channel):
    requests = [messages.StreamingInputCallRequest(payload=zeros(size)) for size in REQUEST_SIZES]
    expect(74922, summing(channel)(iter(requests), timeout=TIMEOUT).aggregated_payload_size, "the size of the requests")


def client_compressed_streaming(channel):
    def request(size, compressed):
        return messages.StreamingInputCallRequest(payload=zeros(size), expect_compressed=flag(compressed))

    call = summing(channel)
    expect_failure(grpc.StatusCode.INVALID_ARGUMENT, lambda: call(iter([request(27182, True)]), timeout=TIMEOUT))
    total = 0
    for size, compression in ((27182, grpc.Compression.Gzip), (45904, grpc.Compression.NoCompression)):
        sent = request(size, compression == grpc.Compression.Gzip)
        total += call(iter([sent]), timeout=TIMEOUT, compression=compression).aggregated_payload_size
    expect(73086, total, "the size of the requests")
    return "passed, but in two calls: the client's library compresses all requests of a call or none"


def server_streaming(channel):
    request = messages.StreamingOutputCallRequest(
        response_parameters=[messages.ResponseParameters(size=size) for size in RESPONSE_SIZES])
    sizes = [len(response.payload.body) for response in listing(channel)(request, timeout=TIMEOUT)]
    expect(RESPONSE_SIZES, sizes, "the sizes of the responses")


def server_compressed_streaming(channel):
    request = messages.StreamingOutputCallRequest(response_parameters=[
        messages.ResponseParameters(size=31415, compressed=flag(True)),
        messages.ResponseParameters(size=92653, compressed=flag(False))])
    sizes = [len(response.payload.body) for response in listing(channel)(request, timeout=TIMEOUT)]
    expect([31415, 92653], sizes, "the sizes of the responses")
    return NO_FLAGS


def ping_pong(channel):
    requests = Requests()
    call = duplex(channel)(iter(requests), timeout=TIMEOUT)
    for request_size, response_size in zip(REQUEST_SIZES, RESPONSE_SIZES):
        requests.send(streamed(request_size, response_size))
        expect_zeros(response_size, next(call))
    requests.end()
    expect([], list(call), "what follows the last response")


def empty_stream(channel):
    expect([], list(duplex(channel)(iter([]), timeout=TIMEOUT)), "the responses")


def custom_metadata(channel):
    response, call = unary(channel).with_call(large(), metadata=METADATA, timeout=TIMEOUT)
    expect_zeros(314159, response)
    stream = duplex(channel)(iter([streamed(271828, 314159)]), metadata=METADATA, timeout=TIMEOUT)
    expect([314159], [len(each.payload.body) for each in stream], "the sizes of the responses")
    for each in (call, stream):
        expect("test_initial_metadata_value", dict(each.initial_metadata()).get(ECHO_INITIAL), ECHO_INITIAL)
        expect(b"\xab\xab\xab", dict(each.trailing_metadata()).get(ECHO_TRAILING), ECHO_TRAILING)


def status_code_and_message(channel):
    status = messages.EchoStatus(code=2, message="test status message")
    stream = messages.StreamingOutputCallRequest(response_status=status)
    for call in (
            lambda: unary(channel)(messages.SimpleRequest(response_status=status), timeout=TIMEOUT),
            lambda: list(duplex(channel)(iter([stream]), timeout=TIMEOUT))):
        expect("test status message", expect_failure(grpc.StatusCode.UNKNOWN, call).details(), "the message")


def special_status_message(channel):
    request = messages.SimpleRequest(response_status=messages.EchoStatus(code=2, message=SPECIAL))
    error = expect_failure(grpc.StatusCode.UNKNOWN, lambda: unary(channel)(request, timeout=TIMEOUT))
    expect(SPECIAL, error.details(), "the message")


def unimplemented_method(channel):
    call = empty(channel, "UnimplementedCall")
    expect_failure(grpc.StatusCode.UNIMPLEMENTED, lambda: call(messages.Empty(), timeout=TIMEOUT))


def unimplemented_service(channel):
    call = empty(channel, "UnimplementedCall", "grpc.testing.UnimplementedService")
    expect_failure(grpc.StatusCode.UNIMPLEMENTED, lambda: call(messages.Empty(), timeout=TIMEOUT))


def cancel_after_begin(channel):
    requests = Requests()
    call = summing(channel).future(iter(requests), timeout=TIMEOUT)
    call.cancel()
    expect(grpc.StatusCode.CANCELLED, call.code(), "the status")
    requests.end()


def cancel_after_first_response(channel):
    requests = Requests()
    requests.send(streamed(27182, 31415))
    call = duplex(channel)(iter(requests), timeout=TIMEOUT)
    expect_zeros(31415, next(call))
    call.cancel()
    expect_failure(grpc.StatusCode.CANCELLED, lambda: next(call))
    requests.end()


def timeout_on_sleeping_server(channel):
    requests = Requests()
    requests.send(messages.StreamingOutputCallRequest(payload=zeros(27182)))
    call = duplex(channel)(iter(requests), timeout=0.001)
    expect_failure(grpc.StatusCode.DEADLINE_EXCEEDED, lambda: list(call))
    requests.end()


def half_duplex(channel):
    requests = [streamed(1, size) for size in RESPONSE_SIZES]
    sizes = [len(response.payload.body) for response in duplex(channel, "HalfDuplexCall")(iter(requests), timeout=TIMEOUT)]
    expect(RESPONSE_SIZES, sizes, "the sizes of the responses")


def refuse_too_large(channel, request):
    error = expect_failure(grpc.StatusCode.RESOURCE_EXHAUSTED, lambda: unary(channel)(request, timeout=TIMEOUT))
    if str(LIMIT) not in error.details():
        raise CaseFailed(f"the limit is not in {error.details()!r}")
    large_unary(channel)


def oversized_request(channel):
    refuse_too_large(channel, messages.SimpleRequest(payload=zeros(LIMIT)))


def oversized_response(channel):
    refuse_too_large(channel, messages.SimpleRequest(response_size=LIMIT))


def handler_throws(channel):
    request = messages.SimpleRequest(response_size=-1)
    expect_failure(grpc.StatusCode.UNKNOWN, lambda: unary(channel)(request, timeout=TIMEOUT))
    large_unary(channel)


def many_calls(channel):
    call = empty(channel, "EmptyCall")
    for _ in range(10_000):
        call(messages.Empty(), timeout=TIMEOUT)


def hang(channel):
    requests = Requests()
    requests.send(streamed(1, 1))
    call = duplex(channel)(iter(requests))
    next(call)
    print("hanging", flush=True)
    next(call)


ALL = {case.__name__: case for case in (
    empty_unary, cacheable_unary, large_unary, client_compressed_unary, server_compressed_unary, client_streaming,
    client_compressed_streaming, server_streaming, server_compressed_streaming, ping_pong, empty_stream, custom_metadata,
    status_code_and_message, special_status_message, unimplemented_method, unimplemented_service, cancel_after_begin,
    cancel_after_first_response, timeout_on_sleeping_server, half_duplex, oversized_request, oversized_response, handler_throws)}
OTHERS = {case.__name__: case for case in (many_calls, hang)}

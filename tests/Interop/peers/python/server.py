#!/usr/bin/env python3
"""gRPC's interoperability service on grpcio: server.py [--port N].

grpcio shows a server neither the compressed flag of a message nor the grpc-encoding of a call: expect_compressed is not checked.
"""
import argparse
import concurrent.futures
import time

import grpc

from interop import ECHO_INITIAL, ECHO_TRAILING, SERVICE, messages, zeros


def echo_metadata(context):
    received = dict(context.invocation_metadata())
    if ECHO_INITIAL in received:
        context.send_initial_metadata(((ECHO_INITIAL, received[ECHO_INITIAL]),))
    if ECHO_TRAILING in received:
        context.set_trailing_metadata(((ECHO_TRAILING, received[ECHO_TRAILING]),))


def echo_status(request, context):
    if request.response_status.code:
        code = next(each for each in grpc.StatusCode if each.value[0] == request.response_status.code)
        context.abort(code, request.response_status.message)


def compress(wanted, context):
    """Compresses the call; single messages are left out by disable_next_message_compression."""
    if wanted:
        context.set_compression(grpc.Compression.Gzip)


def empty_call(request, context):
    echo_metadata(context)
    return request


def unary_call(request, context):
    compress(request.response_compressed.value, context)
    echo_metadata(context)
    echo_status(request, context)
    return messages.SimpleResponse(payload=zeros(request.response_size))


def cacheable_unary_call(request, context):
    context.send_initial_metadata((("cache-control", "max-age=60, public"),))
    return messages.SimpleResponse(payload=messages.Payload(body=str(time.time_ns()).encode()))


def streaming_input_call(requests, context):
    echo_metadata(context)
    return messages.StreamingInputCallResponse(aggregated_payload_size=sum(len(each.payload.body) for each in requests))


def answers(request, context):
    echo_status(request, context)
    for parameters in request.response_parameters:
        if parameters.interval_us:
            time.sleep(parameters.interval_us / 1_000_000)
        if not parameters.compressed.value:
            context.disable_next_message_compression()
        yield messages.StreamingOutputCallResponse(payload=zeros(parameters.size))


def streaming_output_call(request, context):
    compress(any(each.compressed.value for each in request.response_parameters), context)
    echo_metadata(context)
    yield from answers(request, context)


def full_duplex_call(requests, context):
    echo_metadata(context)
    for request in requests:
        yield from answers(request, context)


def half_duplex_call(requests, context):
    echo_metadata(context)
    for request in list(requests):
        yield from answers(request, context)


def handlers():
    def of(make, method, request, response):
        return make(method, request_deserializer=request.FromString, response_serializer=response.SerializeToString)

    streamed = messages.StreamingOutputCallRequest, messages.StreamingOutputCallResponse
    simple = messages.SimpleRequest, messages.SimpleResponse
    summed = messages.StreamingInputCallRequest, messages.StreamingInputCallResponse
    return grpc.method_handlers_generic_handler(SERVICE, {
        "EmptyCall": of(grpc.unary_unary_rpc_method_handler, empty_call, messages.Empty, messages.Empty),
        "UnaryCall": of(grpc.unary_unary_rpc_method_handler, unary_call, *simple),
        "CacheableUnaryCall": of(grpc.unary_unary_rpc_method_handler, cacheable_unary_call, *simple),
        "StreamingInputCall": of(grpc.stream_unary_rpc_method_handler, streaming_input_call, *summed),
        "StreamingOutputCall": of(grpc.unary_stream_rpc_method_handler, streaming_output_call, *streamed),
        "FullDuplexCall": of(grpc.stream_stream_rpc_method_handler, full_duplex_call, *streamed),
        "HalfDuplexCall": of(grpc.stream_stream_rpc_method_handler, half_duplex_call, *streamed),
    })


def main():
    arguments = argparse.ArgumentParser(description="Serves gRPC's interoperability service.")
    arguments.add_argument("--port", type=int, default=0)
    server = grpc.server(concurrent.futures.ThreadPoolExecutor(max_workers=16))
    server.add_generic_rpc_handlers((handlers(),))
    port = server.add_insecure_port(f"127.0.0.1:{arguments.parse_args().port}")
    server.start()
    print(f"listening on http://127.0.0.1:{port}", flush=True)
    server.wait_for_termination()


if __name__ == "__main__":
    main()

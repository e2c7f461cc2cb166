#!/usr/bin/env python3
"""Runs gRPC's interoperability cases with grpcio: client.py --server http://127.0.0.1:N [--ca FILE] [--case NAME|all].

Prints a line for each case. Beyond the cases of all there are: many_calls, and hang, which waits until it is killed.
"""
import argparse
import sys
import urllib.parse

import grpc

import cases


def connect(arguments):
    address = urllib.parse.urlparse(arguments.server)
    if address.scheme == "http":
        return grpc.insecure_channel(address.netloc)
    with open(arguments.ca, "rb") as trusted:
        return grpc.secure_channel(address.netloc, grpc.ssl_channel_credentials(trusted.read()))


def passes(name, case, channel):
    try:
        outcome = case(channel) or "passed"
    except (cases.CaseFailed, grpc.RpcError) as error:
        why = f"{error.code().name}: {error.details()}" if isinstance(error, grpc.RpcError) else str(error)
        print(name, "failed:", " ".join(why.split()), flush=True)
        return False
    print(name, outcome, flush=True)
    return True


def main():
    arguments = argparse.ArgumentParser(description="Runs gRPC's interoperability cases.")
    arguments.add_argument("--server", required=True)
    arguments.add_argument("--ca")
    arguments.add_argument("--case", default="all")
    arguments = arguments.parse_args()
    chosen = cases.ALL if arguments.case == "all" else {arguments.case: {**cases.ALL, **cases.OTHERS}[arguments.case]}
    with connect(arguments) as channel:
        results = [passes(name, case, channel) for name, case in chosen.items()]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()

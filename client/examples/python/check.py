#!/usr/bin/env python3
"""Checks drafts over gRPC: check.py [--server 127.0.0.1:5081] [--stream] draft.txt ...

Prints one line for each finding: rule id, severity, cells. With --stream all drafts go over one call, and the
replies come in any order: for many drafts. Needs the Debian packages python3-grpcio,
python3-protobuf, protobuf-compiler and libprotobuf-dev.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

import grpc

PROTOS = pathlib.Path(__file__).resolve().parents[3] / "protos"


def load_messages():
    """Generates the message classes from the .proto files."""
    with tempfile.TemporaryDirectory() as folder:
        files = sorted(str(path) for path in PROTOS.glob("validation/v1/*.proto"))
        subprocess.run(["protoc", f"--proto_path={PROTOS}", f"--python_out={folder}", *files], check=True, timeout=60)
        sys.path.insert(0, folder)
        from validation.v1 import finding_pb2, validator_pb2
        return validator_pb2, finding_pb2


def main():
    arguments = argparse.ArgumentParser(description="Checks drafts over gRPC.")
    arguments.add_argument("--server", default="127.0.0.1:5081")
    arguments.add_argument("--stream", action="store_true")
    arguments.add_argument("drafts", nargs="+", type=pathlib.Path)
    arguments = arguments.parse_args()
    messages, findings = load_messages()

    with grpc.insecure_channel(arguments.server) as channel:
        kinds = messages.ValidateRequest.SerializeToString, messages.ValidateReply.FromString
        # Read one by one: gRPC asks for the next request when the server takes it.
        requests = (messages.ValidateRequest(id=str(number), file_name=draft.name, content=draft.read_bytes())
                    for number, draft in enumerate(arguments.drafts))
        if arguments.stream:
            replies = channel.stream_stream("/validation.v1.Validator/ValidateStream", *kinds)(requests)
        else:
            validate = channel.unary_unary("/validation.v1.Validator/Validate", *kinds)
            replies = (validate(request, timeout=30) for request in requests)
        for reply in replies:
            print("#", reply.file_name, messages.Verdict.Name(reply.verdict), reply.reason_text, sep="\t")
            for finding in reply.findings:
                cells = " ".join(cell.path for cell in finding.cells)
                print(finding.rule_id, findings.Level.Name(finding.severity), cells, sep="\t")


if __name__ == "__main__":
    try:
        main()
    except grpc.RpcError as error:
        sys.exit(f"{error.code().name}: {error.details()}")

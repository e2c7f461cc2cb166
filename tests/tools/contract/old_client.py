#!/usr/bin/env python3
"""Checks drafts as a client of an older contract does: old_client.py CONTRACT.binpb SERVER draft.txt ...

Prints verdict, reason, title and characters of the sections as numbers and texts, then each finding.
"""
import pathlib
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory


def load(path):
    """The message classes of a descriptor set, by name."""
    files = descriptor_pb2.FileDescriptorSet.FromString(pathlib.Path(path).read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    factory = message_factory.MessageFactory(pool)
    return lambda name: factory.GetPrototype(pool.FindMessageTypeByName(f"validation.v1.{name}"))


def main():
    contract, server, *drafts = sys.argv[1:]
    message = load(contract)
    request, reply = message("ValidateRequest"), message("ValidateReply")
    with grpc.insecure_channel(server) as channel:
        validate = channel.unary_unary("/validation.v1.Validator/Validate", request.SerializeToString, reply.FromString)
        for draft in map(pathlib.Path, drafts):
            answer = validate(request(file_name=draft.name, content=draft.read_bytes()), timeout=30)
            report = answer.report
            print(answer.verdict, answer.reason, report.title, sum(len(section.text) for section in report.sections))
            for finding in answer.findings:
                print(finding.rule_id, finding.severity, finding.message)


if __name__ == "__main__":
    main()

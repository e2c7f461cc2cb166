#!/usr/bin/env python3
"""Calls the server as a stranger: reflect.py 127.0.0.1:5081 draft.txt ...

Knows no contract but the public reflection protocol, in both versions of it, learns the rest from the server, and prints one line for
each finding: rule id, severity, cells. Needs the Debian packages python3-grpcio and python3-protobuf.
"""
import pathlib
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory


def reflection_messages(package):
    """The messages of the protocol, from the numbers that it publishes."""
    field = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name=f"stranger/{package}.proto", package=package, syntax="proto3")

    def message(name, *fields):
        added = file.message_type.add(name=name)
        for number, field_name, kind, label in fields:
            entry = added.field.add(number=number, name=field_name, label=label)
            if isinstance(kind, str):
                entry.type, entry.type_name = field.TYPE_MESSAGE, f".{package}.{kind}"
            else:
                entry.type = kind

    one, many = field.LABEL_OPTIONAL, field.LABEL_REPEATED
    message("Request", (3, "file_by_filename", field.TYPE_STRING, one), (4, "file_containing_symbol", field.TYPE_STRING, one),
            (7, "list_services", field.TYPE_STRING, one))
    file.message_type[0].oneof_decl.add(name="question")
    for entry in file.message_type[0].field:
        entry.oneof_index = 0
    message("Files", (1, "file_descriptor_proto", field.TYPE_BYTES, many))
    message("Service", (1, "name", field.TYPE_STRING, one))
    message("Services", (1, "service", "Service", many))
    message("Response", (4, "files", "Files", one), (6, "services", "Services", one))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return (message_class(pool, f"{package}.Request"), message_class(pool, f"{package}.Response"))


def message_class(pool, name):
    descriptor = pool.FindMessageTypeByName(name)
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(pool).GetPrototype(descriptor)


def learn(channel, package):
    """The services of the server, and a pool with the contract of one of them."""
    request, response = reflection_messages(package)
    ask = channel.stream_stream(f"/{package}.ServerReflection/ServerReflectionInfo",
                                request_serializer=request.SerializeToString, response_deserializer=response.FromString)
    questions = [request(list_services="*"), request(file_containing_symbol="validation.v1.Validator")]
    services, files = list(ask(iter(questions), timeout=30))
    pool = descriptor_pool.DescriptorPool()
    left = {file.name: file for file in map(descriptor_pb2.FileDescriptorProto.FromString, files.files.file_descriptor_proto)}
    while left:
        name = next(name for name, file in left.items() if not set(file.dependency) & left.keys())
        pool.Add(left.pop(name))
    return sorted(service.name for service in services.services.service), pool


def main():
    server, *drafts = sys.argv[1:]
    with grpc.insecure_channel(server) as channel:
        for package in ("grpc.reflection.v1alpha", "grpc.reflection.v1"):
            services, pool = learn(channel, package)
            print("*", package, *services, sep="\t")
        method = pool.FindServiceByName("validation.v1.Validator").methods_by_name["Validate"]
        request, reply = message_class(pool, method.input_type.full_name), message_class(pool, method.output_type.full_name)
        validate = channel.unary_unary("/validation.v1.Validator/Validate",
                                       request_serializer=request.SerializeToString, response_deserializer=reply.FromString)
        verdicts, severities = (pool.FindEnumTypeByName(f"validation.v1.{name}") for name in ("Verdict", "Level"))
        for draft in map(pathlib.Path, drafts):
            answer = validate(request(file_name=draft.name, content=draft.read_bytes()), timeout=30)
            print("#", draft.name, verdicts.values_by_number[answer.verdict].name, answer.reason_text, sep="\t")
            for finding in answer.findings:
                cells = " ".join(cell.path for cell in finding.cells)
                print(finding.rule_id, severities.values_by_number[finding.severity].name, cells, sep="\t")


if __name__ == "__main__":
    main()

#!/usr/bin/env ruby
# frozen_string_literal: true

# Checks drafts over gRPC: check.rb [--server 127.0.0.1:5081] [--stream] draft.txt ...
#
# Prints one line for each finding: rule id, severity, cells. With --stream all drafts go over one call, and the
# replies come in any order: for many drafts. Needs the Debian packages ruby-grpc, protobuf-compiler and
# libprotobuf-dev.
require "grpc"
require "optparse"
require "tmpdir"

PROTOS = File.expand_path("../../../protos", __dir__)

# Generates the message classes from the .proto files.
Dir.mktmpdir do |folder|
  files = Dir.glob("validation/v1/*.proto", base: PROTOS).sort.map { |file| File.join(PROTOS, file) }
  system("protoc", "--proto_path=#{PROTOS}", "--ruby_out=#{folder}", *files, exception: true)
  $LOAD_PATH.unshift(folder)
  require "validation/v1/validator_pb"
end

# What grpc_ruby_plugin would generate.
module Validator
  class Service
    include GRPC::GenericService
    self.marshal_class_method = :encode
    self.unmarshal_class_method = :decode
    self.service_name = "validation.v1.Validator"
    rpc :Validate, Validation::V1::ValidateRequest, Validation::V1::ValidateReply
    rpc :ValidateStream, stream(Validation::V1::ValidateRequest), stream(Validation::V1::ValidateReply)
  end

  Stub = Service.rpc_stub_class
end

def request(draft, id)
  Validation::V1::ValidateRequest.new(
    id: id.to_s, file_name: File.basename(draft), content: File.binread(draft)
  )
end

def print_reply(reply)
  puts ["#", reply.file_name, reply.verdict, reply.reason_text].join("\t")
  reply.findings.each do |finding|
    puts [finding.rule_id, finding.severity, finding.cells.map(&:path).join(" ")].join("\t")
  end
end

server = "127.0.0.1:5081"
stream = false
OptionParser.new do |options|
  options.on("--server SERVER") { |value| server = value }
  options.on("--stream") { stream = true }
end.parse!

begin
  validator = Validator::Stub.new(server, :this_channel_is_insecure)
  # Read one by one: gRPC asks for the next request when the server takes it.
  requests = ARGV.each_with_index.lazy.map { |draft, id| request(draft, id) }
  if stream
    validator.validate_stream(requests).each { |reply| print_reply(reply) }
  else
    requests.each { |one| print_reply(validator.validate(one, deadline: Time.now + 30)) }
  end
rescue GRPC::BadStatus => e
  abort("#{e.class.name.split("::").last}: #{e.details}")
end

"""What the Python client and server share: the messages of the service, and its names."""
import pathlib
import subprocess
import sys
import tempfile

PROTOS = pathlib.Path(__file__).resolve().parents[2] / "protos"
SERVICE = "grpc.testing.TestService"
ECHO_INITIAL = "x-grpc-test-echo-initial"
ECHO_TRAILING = "x-grpc-test-echo-trailing-bin"


def load_messages():
    """Generates the message classes from the .proto file."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["protoc", f"--proto_path={PROTOS}", f"--python_out={folder}", str(PROTOS / "interop.proto")]
        subprocess.run(command, check=True, timeout=60)
        sys.path.insert(0, folder)
        import interop_pb2
        return interop_pb2


messages = load_messages()


def zeros(size):
    return messages.Payload(body=bytes(size))

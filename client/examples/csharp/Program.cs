// Checks drafts over gRPC: dotnet run --project client/examples/csharp -- [--server 127.0.0.1:5081] draft.txt ...
// Prints one line for each finding: rule id, severity, cells.
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.V1;

var server = args is ["--server", var given, ..] ? given : "127.0.0.1:5081";
var drafts = args is ["--server", _, .. var rest] ? rest : args;

using var channel = GrpcChannel.ForAddress($"http://{server}");
var client = new Validator.ValidatorClient(channel);
try
{
    foreach (var draft in drafts)
    {
        var content = ByteString.CopyFrom(await File.ReadAllBytesAsync(draft));
        var request = new ValidateRequest { FileName = Path.GetFileName(draft), Content = content };
        var reply = await client.ValidateAsync(request, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30));
        Console.WriteLine($"#\t{request.FileName}\t{Name(ValidatorReflection.Descriptor, reply.Verdict)}\t{reply.ReasonText}");
        foreach (var finding in reply.Findings)
        {
            var cells = string.Join(' ', finding.Cells.Select(cell => cell.Path));
            Console.WriteLine($"{finding.RuleId}\t{Name(FindingReflection.Descriptor, finding.Severity)}\t{cells}");
        }
    }

    return 0;
}
catch (RpcException error)
{
    await Console.Error.WriteLineAsync($"{error.StatusCode}: {error.Status.Detail}");
    return 1;
}

// The name that the contract gives to a value, such as VERDICT_NOT_DECIDED.
static string Name<T>(FileDescriptor contract, T value)
    where T : struct, Enum =>
    contract.FindTypeByName<EnumDescriptor>(typeof(T).Name).FindValueByNumber(Convert.ToInt32(value, null)).Name;

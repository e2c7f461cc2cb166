using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1;
using static Grpc.Reflection.V1.ServerReflectionRequest;

namespace Validation.Server.Reflection;

/// <summary>Answers questions about the contracts of the mapped services. Thread-safe.</summary>
internal sealed class ReflectionAnswers(EndpointDataSource endpoints)
{
    // The services are mapped after this is made, and before the first call.
    private readonly Lazy<ContractIndex> _contracts = new(() => new ContractIndex(MappedServices.In(endpoints)));

    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            MessageRequestOneofCase.ListServices => Services(),
            MessageRequestOneofCase.FileByFilename => Files(_contracts.Value.ByFileName(request.FileByFilename), request.FileByFilename),
            MessageRequestOneofCase.FileContainingSymbol =>
                Files(_contracts.Value.BySymbol(request.FileContainingSymbol), request.FileContainingSymbol),
            MessageRequestOneofCase.FileContainingExtension => NotFound(request.FileContainingExtension.ContainingType),
            MessageRequestOneofCase.AllExtensionNumbersOfType => Extensions(request.AllExtensionNumbersOfType),
            _ => Error(StatusCode.InvalidArgument, Texts.NothingAsked),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private static ServerReflectionResponse Files(IReadOnlyList<ByteString>? files, string name)
    {
        return files is null
            ? NotFound(name)
            : new ServerReflectionResponse { FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files } } };
    }

    private static ServerReflectionResponse NotFound(string name)
    {
        return Error(StatusCode.NotFound, Texts.NotInContract(name));
    }

    private static ServerReflectionResponse Error(StatusCode code, string message)
    {
        return new ServerReflectionResponse { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
    }

    private ServerReflectionResponse Services()
    {
        var services = _contracts.Value.Services.Select(name => new ServiceResponse { Name = name });
        return new ServerReflectionResponse { ListServicesResponse = new ListServiceResponse { Service = { services } } };
    }

    private ServerReflectionResponse Extensions(string type)
    {
        // The contracts have no extensions: a message that exists has an empty list.
        return _contracts.Value.HasMessage(type)
            ? new ServerReflectionResponse { AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = type } }
            : NotFound(type);
    }
}

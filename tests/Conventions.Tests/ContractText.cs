using Google.Protobuf.Reflection;

namespace Validation.Conventions.Tests;

/// <summary>What of a contract must not change, one line for each name. A line makes sense alone: lines are compared as a set.</summary>
internal static class ContractText
{
    public static IEnumerable<string> Describe(FileDescriptor file)
    {
        return file.MessageTypes.SelectMany(Describe)
            .Concat(file.EnumTypes.SelectMany(Describe))
            .Concat(file.Services.SelectMany(Describe));
    }

    private static IEnumerable<string> Describe(MessageDescriptor message)
    {
        return message.Fields.InFieldNumberOrder()
            .Select(field => $"{message.FullName} {field.FieldNumber} {Label(field)}{Type(field)} {field.Name}")
            .Concat(message.EnumTypes.SelectMany(Describe))
            .Concat(message.NestedTypes.SelectMany(Describe));
    }

    private static IEnumerable<string> Describe(EnumDescriptor type)
    {
        return type.Values.Select(value => $"{type.FullName} {value.Number} {value.Name}");
    }

    private static IEnumerable<string> Describe(ServiceDescriptor service)
    {
        return service.Methods.Select(method =>
            $"{service.FullName} {method.Name}({Stream(method.IsClientStreaming)}{method.InputType.FullName})" +
            $" returns ({Stream(method.IsServerStreaming)}{method.OutputType.FullName})");
    }

    private static string Stream(bool streaming)
    {
        return streaming ? "stream " : "";
    }

    private static string Label(FieldDescriptor field)
    {
        if (field.IsRepeated)
        {
            return "repeated ";
        }

        return field.HasPresence && field.FieldType != FieldType.Message ? "optional " : "";
    }

    private static string Type(FieldDescriptor field)
    {
        return field.FieldType switch
        {
            FieldType.Message => field.MessageType.FullName,
            FieldType.Enum => field.EnumType.FullName,
            _ => field.FieldType.ToString(),
        };
    }
}

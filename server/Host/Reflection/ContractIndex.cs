using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Validation.Server.Reflection;

/// <summary>The contracts of some services, by file name and by full name. Immutable.</summary>
internal sealed class ContractIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    public ContractIndex(IEnumerable<ServiceDescriptor> services)
    {
        var list = services.ToList();
        Services = [.. list.Select(service => service.FullName)];
        foreach (var file in list.Select(service => service.File))
        {
            AddFile(file);
        }
    }

    /// <summary>The full names of the services.</summary>
    public IReadOnlyList<string> Services { get; }

    public bool HasMessage(string fullName)
    {
        return _messages.Contains(fullName);
    }

    /// <summary>A file and all that it imports, itself first.</summary>
    /// <returns>Null: there is no such file.</returns>
    public IReadOnlyList<ByteString>? ByFileName(string name)
    {
        return _files.TryGetValue(name, out var file) ? WithImports(file) : null;
    }

    /// <summary>The file that declares a name, and all that it imports.</summary>
    /// <returns>Null: nothing has this name.</returns>
    public IReadOnlyList<ByteString>? BySymbol(string fullName)
    {
        return _symbols.TryGetValue(fullName, out var file) ? WithImports(file) : null;
    }

    private static List<ByteString> WithImports(FileDescriptor file)
    {
        var files = new List<FileDescriptor> { file };
        for (var next = 0; next < files.Count; next++)
        {
            files.AddRange(files[next].Dependencies.Except(files).ToList());
        }

        return [.. files.Select(one => one.SerializedData)];
    }

    private void AddFile(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var import in file.Dependencies)
        {
            AddFile(import);
        }

        foreach (var service in file.Services)
        {
            Add(service);
            AddAll(service.Methods);
        }

        foreach (var message in file.MessageTypes)
        {
            AddMessage(message);
        }

        AddEnums(file.EnumTypes);
    }

    private void AddMessage(MessageDescriptor message)
    {
        Add(message);
        _messages.Add(message.FullName);
        AddAll(message.Fields.InDeclarationOrder());
        AddAll(message.Oneofs);
        AddEnums(message.EnumTypes);
        foreach (var nested in message.NestedTypes)
        {
            AddMessage(nested);
        }
    }

    private void AddEnums(IEnumerable<EnumDescriptor> types)
    {
        foreach (var type in types)
        {
            Add(type);
            AddAll(type.Values);
        }
    }

    private void AddAll(IEnumerable<IDescriptor> symbols)
    {
        foreach (var symbol in symbols)
        {
            Add(symbol);
        }
    }

    private void Add(IDescriptor symbol)
    {
        _symbols[symbol.FullName] = symbol.File;
    }
}

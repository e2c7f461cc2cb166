using Google.Protobuf.Reflection;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Conventions.Tests;

/// <summary>What version 0.2.0 said in numbers still means the same, whatever it is called.</summary>
public sealed class OldContractTests
{
    private static readonly string Old = Path.Combine(SourceTree.Root, "tests", "Conventions.Tests", "approved", "v0.2.0.binpb");

    /// <summary>Rules were suspended in 0.2.0; the field that held these is reserved.</summary>
    private const string GivenUp = "validation.v1.QuarantinedRule";

    [Fact]
    public void Numbers_OfVersion020_MeanTheSame()
    {
        var now = Messages().ToDictionary(message => message.FullName, StringComparer.Ordinal);
        var old = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(Old)).File
            .Where(file => file.Package == "validation.v1").ToList();
        old.Sum(file => file.MessageType.Count).ShouldBeGreaterThan(50);

        old.SelectMany(file => file.MessageType.SelectMany(message => Faults($"{file.Package}.{message.Name}", message, now)))
            .Concat(old.SelectMany(file => file.EnumType).SelectMany(Faults))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(string name, DescriptorProto old, Dictionary<string, MessageDescriptor> now)
    {
        if (!now.TryGetValue(name, out var message))
        {
            return name == GivenUp ? [] : [$"{name} is gone"];
        }

        return old.Field.Where(field => !IsKept(field, message)).Select(field => $"{name}.{field.Name}")
            .Concat(old.EnumType.SelectMany(type => Faults(type, message.EnumTypes.Single(one => one.Name == type.Name))))
            .Concat(old.NestedType.SelectMany(nested => Faults($"{name}.{nested.Name}", nested, now)));
    }

    /// <summary>A field that was given up is reserved, and nothing else has its number.</summary>
    private static bool IsKept(FieldDescriptorProto old, MessageDescriptor message)
    {
        var field = message.FindFieldByNumber(old.Number);
        return field is null
            ? message.ToProto().ReservedName.Contains(old.Name)
            : field.Name == old.Name && field.ToProto().Type == old.Type && field.ToProto().Label == old.Label;
    }

    private static IEnumerable<string> Faults(EnumDescriptorProto old)
    {
        // The weight of a finding is called Level since it is no longer called Severity.
        var name = old.Name == "Severity" ? "Level" : old.Name;
        var now = Files().SelectMany(file => file.EnumTypes).SingleOrDefault(type => type.Name == name);
        return now is null ? [$"{old.Name} is gone"] : Faults(old, now);
    }

    /// <summary>Values have got the name of their enum in front.</summary>
    private static IEnumerable<string> Faults(EnumDescriptorProto old, EnumDescriptor now)
    {
        return old.Value
            .Where(value => now.FindValueByNumber(value.Number) is not { } same
                || !same.Name.EndsWith(value.Name.Replace("SEVERITY_", "", StringComparison.Ordinal), StringComparison.Ordinal))
            .Select(value => $"{old.Name}.{value.Name}");
    }

    private static IEnumerable<MessageDescriptor> Messages()
    {
        return Files().SelectMany(file => file.MessageTypes).SelectMany(WithNested);
    }

    private static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message)
    {
        return message.NestedTypes.SelectMany(WithNested).Prepend(message);
    }

    private static IReadOnlyList<FileDescriptor> Files()
    {
        return
        [
            ValidatorReflection.Descriptor, ReportReflection.Descriptor, FindingReflection.Descriptor, RuleListReflection.Descriptor,
            RuleAdminReflection.Descriptor,
        ];
    }
}

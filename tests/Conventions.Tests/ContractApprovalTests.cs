using System.Reflection;
using Google.Protobuf.Reflection;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Conventions.Tests;

/// <summary>Clients of every version talk to servers of every version: names and numbers of the contract stay as they are.</summary>
public sealed class ContractApprovalTests
{
    private static readonly string Approved = Path.Combine(SourceTree.Root, "tests", "Conventions.Tests", "approved", "validation.v1.txt");

    [Fact]
    public void Contract_AsGenerated_EqualsTheApprovedOne()
    {
        var actual = Files().SelectMany(ContractText.Describe).ToList();
        var approved = File.Exists(Approved) ? File.ReadAllLines(Approved) : [];
        var received = Path.Combine(AppContext.BaseDirectory, "validation.v1.txt");
        File.WriteAllLines(received, actual);

        approved.Except(actual, StringComparer.Ordinal).ShouldBeEmpty(
            $"Old clients break when these go or change: keep number, name and type, and add a new field instead. {Approve(received)}");
        actual.Except(approved, StringComparer.Ordinal).ShouldBeEmpty($"The contract has grown. {Approve(received)}");
    }

    private static string Approve(string received)
    {
        return $"To approve it as it is now: cp '{received}' '{Approved}'";
    }

    private static IEnumerable<FileDescriptor> Files()
    {
        return typeof(ValidateRequest).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal);
    }
}

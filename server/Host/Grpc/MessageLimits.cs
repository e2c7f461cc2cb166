using Validation.Server.Options;
using Validation.Server.Publishing;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>How large the messages of each method may be, in bytes. The contract names these limits.</summary>
internal static class MessageLimits
{
    /// <summary>What a message of ValidateStream may hold beside a whole document.</summary>
    public const int BesideDocument = 64 * 1024;

    // An overlay as large as it may be, and what comes with it.
    private const int Rules = Candidate.MaxBytes + (1024 * 1024);

    private static readonly string Stream = $"/{Validator.Descriptor.FullName}/ValidateStream";
    private static readonly string OfRules = $"/{RuleAdmin.Descriptor.FullName}/";
    private static readonly string OfBodies = $"/{BodyAdmin.Descriptor.FullName}/";
    private static readonly string TryRules = $"/{V1.Archive.Descriptor.FullName}/TryRules";
    private static readonly string OfOperations = $"/{Operations.Descriptor.FullName}/";

    /// <summary>A message that brings a whole document and its names: a document that is somewhat too large is still told so under its
    /// id.</summary>
    public static int OfStream(ServerOptions options)
    {
        return Math.Max(options.MessageBytes, (int)Math.Min(int.MaxValue, (long)options.DocumentBytes + BesideDocument));
    }

    /// <summary>A message with rules, or with a list of bodies.</summary>
    public static int OfRuleAdmin(ServerOptions options)
    {
        return Math.Max(options.MessageBytes, Rules);
    }

    /// <summary>A part of a backup.</summary>
    public static int OfBackup(ServerOptions options)
    {
        return Math.Max(options.MessageBytes, 2 * Rules);
    }

    /// <summary>A message that a method takes.</summary>
    /// <param name="options">What is configured.</param>
    /// <param name="method">The method, such as "/validation.v1.Validator/Validate".</param>
    public static int Of(ServerOptions options, string method)
    {
        return method == Stream ? OfStream(options)
            : method.StartsWith(OfRules, StringComparison.Ordinal) || method.StartsWith(OfBodies, StringComparison.Ordinal)
                || method == TryRules
                ? OfRuleAdmin(options)
            : method.StartsWith(OfOperations, StringComparison.Ordinal) ? OfBackup(options)
            : options.MessageBytes;
    }

    /// <summary>A message that a method sends.</summary>
    /// <param name="options">What is configured.</param>
    /// <param name="method">The method.</param>
    public static int OfReplies(ServerOptions options, string method)
    {
        return method.StartsWith(OfRules, StringComparison.Ordinal) ? Math.Max(options.ReplyBytes, 2 * Rules) : options.ReplyBytes;
    }
}

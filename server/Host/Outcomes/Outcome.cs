using System.Diagnostics.CodeAnalysis;

namespace Validation.Server.Outcomes;

/// <summary>The result of a request: an answer, or a refusal. Exactly one of the two is set.</summary>
/// <typeparam name="T">The answer.</typeparam>
internal readonly record struct Outcome<T>
{
    private Outcome(T? answer, Refusal? refusal)
    {
        Answer = answer;
        Refusal = refusal;
    }

    /// <summary>The answer. Null: the request was refused.</summary>
    public T? Answer { get; }

    /// <summary>The refusal. Null: there is an answer.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T answer)
    {
        return new Outcome<T>(answer, null);
    }

    public static implicit operator Outcome<T>(Refusal refusal)
    {
        return new Outcome<T>(default, refusal);
    }

    /// <summary>Whether there is an answer, and which.</summary>
    /// <returns>True: there is an answer.</returns>
    public bool IsAnswered([MaybeNullWhen(false)] out T answer, [NotNullWhen(false)] out Refusal? refusal)
    {
        answer = Answer!;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>The next step's result, if there is an answer; else the same refusal.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
    {
        return Refusal is { } refusal ? refusal : next(Answer!);
    }

    /// <summary>The next step's result, if there is an answer; else the same refusal.</summary>
    public async Task<Outcome<TNext>> ThenAsync<TNext>(Func<T, Task<Outcome<TNext>>> next)
    {
        return Refusal is { } refusal ? refusal : await next(Answer!);
    }
}

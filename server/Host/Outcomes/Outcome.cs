using System.Diagnostics.CodeAnalysis;

namespace Validation.Server.Outcomes;

/// <summary>What came of a request: an answer, or why there is none. Exactly one of the two is set.</summary>
/// <typeparam name="T">The answer.</typeparam>
internal readonly record struct Outcome<T>
{
    private Outcome(T? answer, Refusal? refusal)
    {
        Answer = answer;
        Refusal = refusal;
    }

    /// <summary>The answer. Null: there is none.</summary>
    public T? Answer { get; }

    /// <summary>Why there is no answer. Null: there is one.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T answer)
    {
        return new Outcome<T>(answer, null);
    }

    public static implicit operator Outcome<T>(Refusal refusal)
    {
        return new Outcome<T>(default, refusal);
    }

    /// <summary>Tells the two apart.</summary>
    /// <returns>True: there is an answer.</returns>
    public bool IsAnswered([MaybeNullWhen(false)] out T answer, [NotNullWhen(false)] out Refusal? refusal)
    {
        answer = Answer!;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>Goes on with the answer, if there is one.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
    {
        return Refusal is { } refusal ? refusal : next(Answer!);
    }

    /// <summary>Goes on with the answer, if there is one.</summary>
    public async Task<Outcome<TNext>> ThenAsync<TNext>(Func<T, Task<Outcome<TNext>>> next)
    {
        return Refusal is { } refusal ? refusal : await next(Answer!);
    }
}

namespace Validation.Engine.Documents.Doc;

/// <summary>Follows the marks of fields: a field has an instruction, which is not read, and a result, which is. Fields stand in fields.</summary>
internal sealed class FieldState
{
    private readonly Stack<bool> _inInstruction = new();
    private int _instructions;

    /// <summary>Whether the place belongs to an instruction.</summary>
    public bool IsInstruction => _instructions > 0;

    /// <summary>A field begins.</summary>
    public void Begin()
    {
        _inInstruction.Push(true);
        _instructions++;
    }

    /// <summary>The innermost field's instruction ends, its result begins.</summary>
    public void Separate()
    {
        if (_inInstruction.TryPop(out var inInstruction))
        {
            _instructions -= inInstruction ? 1 : 0;
            _inInstruction.Push(false);
        }
    }

    /// <summary>The innermost field ends.</summary>
    public void End()
    {
        if (_inInstruction.TryPop(out var inInstruction))
        {
            _instructions -= inInstruction ? 1 : 0;
        }
    }
}

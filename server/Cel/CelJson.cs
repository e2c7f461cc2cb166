namespace Validation.Cel;
public static class CelJson { public static (string Json, string Type, string? Error) Format(CelValue value) => ("", "", value.IsError ? "e" : null); }

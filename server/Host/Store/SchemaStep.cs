namespace Validation.Server.Store;

/// <summary>What brings a database one version forward.</summary>
/// <param name="Sql">The statements. {bytes} and {identity} stand for the types of the database.</param>
/// <param name="OnlyAdds">Whether a program that does not know the step may go on using the database: everything that was there before
/// is there as it was, and means what it meant.</param>
internal sealed record SchemaStep(string Sql, bool OnlyAdds = false)
{
    public static implicit operator SchemaStep(string sql)
    {
        return new SchemaStep(sql);
    }
}

using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.OpenApi;

namespace Validation.Server.Web.OpenApi;

/// <summary>Schemas of messages as <see cref="ProtoJson"/> writes them, from their descriptors.</summary>
internal sealed class ProtoSchemas(OpenApiDocument document, ProtoComments comments)
{
    /// <summary>A reference to a message's schema, which is added to the document with all that it needs.</summary>
    public OpenApiSchemaReference Reference(MessageDescriptor message)
    {
        var name = Add(message.FullName, message.File, JsonSchemaType.Object, out var schema);
        if (schema is not null)
        {
            schema.Description = comments.Of(message.FullName);
            schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            schema.Required = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in message.Fields.InDeclarationOrder())
            {
                schema.Properties.Add(field.Name, Describe(field));
                // A field without presence is written also with its default value.
                if (!field.HasPresence || IsAlwaysSet(field))
                {
                    schema.Required.Add(field.Name);
                }
            }
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>Whether the contract says of a message field that it is always set.</summary>
    private bool IsAlwaysSet(FieldDescriptor field)
    {
        return Comment(field)?.Contains("Always set", StringComparison.Ordinal) == true
            || comments.Of(field.ContainingType.FullName)?.Contains("Every field is always set", StringComparison.Ordinal) == true;
    }

    private OpenApiSchemaReference Reference(EnumDescriptor type)
    {
        var name = Add(type.FullName, type.File, JsonSchemaType.String, out var schema);
        if (schema is not null)
        {
            schema.Enum = [.. type.Values.Select(value => (JsonNode)value.Name)];
            var values = type.Values.Select(value => $"- {value.Name}: {comments.Of($"{type.FullName}.{value.Name}")}");
            schema.Description = string.Join('\n', values.Prepend(comments.Of(type.FullName)));
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>Adds a schema under its name. Gives the schema to fill; null: it was there already.</summary>
    private string Add(string fullName, FileDescriptor file, JsonSchemaType type, out OpenApiSchema? added)
    {
        var name = fullName[(file.Package.Length + 1)..];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        added = new OpenApiSchema { Type = type };
        if (!document.Components.Schemas.TryAdd(name, added))
        {
            added = null;
        }

        return name;
    }

    private IOpenApiSchema Describe(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            var values = Single(field.MessageType.FindFieldByNumber(2));
            return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = values, Description = Comment(field) };
        }

        var single = Single(field);
        if (field.IsRepeated)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = single, Description = Comment(field) };
        }

        single.Description = Comment(field);
        return single;
    }

    private IOpenApiSchema Single(FieldDescriptor field)
    {
        return field.FieldType switch
        {
            FieldType.Message when field.MessageType.FullName == Duration.Descriptor.FullName =>
                new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^-?\d+(\.\d+)?s$" },
            FieldType.Message when field.MessageType.FullName == Timestamp.Descriptor.FullName =>
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            FieldType.Message => Reference(field.MessageType),
            FieldType.Enum => Reference(field.EnumType),
            FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            FieldType.String => new OpenApiSchema { Type = JsonSchemaType.String },
            FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
            FieldType.Double or FieldType.Float => new OpenApiSchema { Type = JsonSchemaType.Number },
            FieldType.Int32 or FieldType.UInt32 or FieldType.SInt32 or FieldType.Fixed32 or FieldType.SFixed32 =>
                new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            // 64-bit numbers are strings in JSON, which has only floating ones.
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^-?\d+$" },
        };
    }

    private string? Comment(FieldDescriptor field)
    {
        return comments.Of(field.FullName);
    }
}
